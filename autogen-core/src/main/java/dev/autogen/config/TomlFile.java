package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * The content of an {@code autogen.toml}; every key in it must be known. A section {@code
 * [name.production]} overrides the rest of the file if that name was asked for.
 */
final class TomlFile {

  private static final String NAMES = "name";

  private final @Nullable Path file;
  private final TomlParseResult toml;
  private final Variables variables;
  private final @Nullable String name;
  private final Set<String> read = new TreeSet<>();

  private TomlFile(
      @Nullable Path file, TomlParseResult toml, Variables variables, @Nullable String name) {
    this.file = file;
    this.toml = toml;
    this.variables = variables;
    this.name = name;
  }

  /**
   * The settings of a project without a file.
   *
   * @throws AutogenException if a name was asked for, which only a file could have
   */
  static TomlFile none(Variables variables, @Nullable String name) {
    if (name != null) {
      throw AutogenException.usage(
          "There is no "
              + ConfigReader.FILE_NAME
              + " with a section [name."
              + name
              + "]; write one, or pass --config.");
    }
    return new TomlFile(null, Toml.parse(""), variables, null);
  }

  /**
   * Reads the file.
   *
   * @param name the section {@code [name.…]} that overrides the rest, or null for none
   * @throws AutogenException if it is no TOML, lacks that section, or has a key that is not among
   *     {@code keys} nor below one of {@code openTables}
   */
  static TomlFile read(
      Path file,
      Variables variables,
      @Nullable String name,
      Set<String> keys,
      Set<String> openTables) {
    TomlParseResult toml = parse(file);
    if (toml.hasErrors()) {
      throw AutogenException.usage(
          toml.errors().stream()
              .map(
                  error ->
                      place(file, error.position()) + ": " + ParserMessage.of(error.getMessage()))
              .collect(Collectors.joining("\n")));
    }
    TomlFile result = new TomlFile(file, toml, variables, name);
    new KnownKeys(keys, openTables).check(toml, result::placeAsWritten);
    result.requireName();
    return result;
  }

  private void requireName() {
    if (name == null || toml.get(List.of(NAMES, name)) instanceof TomlTable) {
      return;
    }
    TomlTable names = toml.getTable(List.of(NAMES));
    throw AutogenException.usage(
        place(file, null)
            + " has no section [name."
            + name
            + "]"
            + (names == null ? "" : "; there is " + String.join(", ", sorted(names.keySet())))
            + ".");
  }

  private static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }

  private static TomlParseResult parse(Path file) {
    try {
      return Toml.parse(Files.readString(file).replaceFirst("^\uFEFF", ""));
    } catch (IOException e) {
      throw new AutogenException(
          AutogenException.Exit.USAGE,
          "The configuration file " + file + " cannot be read; is it UTF-8 text?",
          e);
    }
  }

  @Nullable String string(String key) {
    Object value = value(key);
    return value == null ? null : text(key, value, "a string");
  }

  /** A version: text, or a whole number. A number with a point would lose its last zeros. */
  @Nullable String version(String key) {
    Object value = toml.get(key);
    if (value == null) {
      return null;
    }
    boolean plain = value instanceof String || value instanceof Long;
    String version = plain ? plain(key, value) : "";
    if (!version.matches("\\d+(\\.\\d+){0,2}")) {
      throw mistyped(key, "a version such as 14 or \"14.23\"");
    }
    return version;
  }

  boolean bool(String key, boolean fallback) {
    Object value = value(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw mistyped(key, "true or false");
  }

  @Nullable Integer positive(String key) {
    Object value = value(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw mistyped(key, "a whole number above 0");
  }

  List<String> strings(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof TomlArray array) {
      return array.toList().stream().map(each -> text(key, each, "an array of strings")).toList();
    }
    throw mistyped(key, "an array of strings");
  }

  /** A string, or several in an array. */
  List<String> oneOrMore(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof TomlArray array) {
      String expected = "a string or an array of strings";
      return array.toList().stream().map(each -> text(key, each, expected)).toList();
    }
    return List.of(text(key, value, "a string or an array of strings"));
  }

  /** The tables of {@code [[key]]}, in order. */
  List<Entry> tables(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof TomlArray array
        && array.toList().stream().allMatch(each -> each instanceof TomlTable)) {
      return array.toList().stream().map(each -> new Entry(key, (TomlTable) each)).toList();
    }
    throw AutogenException.usage(place(key) + " must be written as [[" + key + "]].");
  }

  /** One of the tables of an array. */
  final class Entry {

    private final String key;
    private final TomlTable table;

    private Entry(String key, TomlTable table) {
      this.key = key;
      this.table = table;
    }

    @Nullable String string(String part) {
      Object value = table.get(List.of(part));
      return value == null ? null : text(key + "." + part, value, "a string");
    }

    /** A command line, as one text or as its words; no words if the key is missing. */
    List<String> words(String part) {
      if (table.get(List.of(part)) instanceof TomlArray array) {
        return array.toList().stream()
            .map(each -> text(key + "." + part, each, "a text or an array of strings"))
            .toList();
      }
      String line = string(part);
      return line == null
          ? List.of()
          : CommandWords.of(line)
              .orElseThrow(
                  () ->
                      AutogenException.usage(place() + ": a quote of its command is not closed."));
    }

    /** The place of the array, for messages. */
    String place() {
      return TomlFile.this.place(key);
    }
  }

  /** Every value below a table, by its dotted key; those of the named section win. */
  Map<String, String> stringsBelow(String table) {
    Map<String, String> values = new TreeMap<>();
    for (List<String> start : starts(path(table))) {
      TomlTable below = toml.get(start) instanceof TomlTable found ? found : null;
      if (below != null) {
        for (List<String> path : below.keyPathSet(false)) {
          Object value = below.get(path);
          String key = String.join(".", path);
          read.add(table + "." + key);
          values.put(key, plain(table + "." + key, value));
        }
      }
    }
    return values;
  }

  /** Whether a key is there, even if its list is empty. */
  boolean isSet(String key) {
    return value(key) != null;
  }

  /** Whether the named section has a key. */
  boolean isNamed(String key) {
    try {
      return name != null && toml.get(named(path(key))) != null;
    } catch (TomlInvalidTypeException e) {
      return false; // within an array of tables
    }
  }

  /**
   * The keys that were read and their places, one line each. The values are left out, because they
   * may be secret.
   */
  List<String> origins() {
    return read.stream().map(key -> key + ": " + place(file, position(key))).toList();
  }

  private @Nullable Object value(String key) {
    Object found = null;
    for (List<String> path : starts(path(key))) {
      Object value = toml.get(path);
      found = value == null ? found : value;
    }
    if (found != null) {
      read.add(key);
    }
    return found;
  }

  /** The places where a key may be; a later one wins. */
  private List<List<String>> starts(List<String> path) {
    return name == null ? List.of(path) : List.of(path, named(path));
  }

  private List<String> named(List<String> path) {
    List<String> named = new ArrayList<>(List.of(NAMES, String.valueOf(name)));
    named.addAll(path);
    return named;
  }

  private static List<String> path(String key) {
    return List.of(key.split("\\."));
  }

  /** The place of a key, for messages. */
  String place(String key) {
    return place(file, position(key)) + ": " + key;
  }

  private @Nullable TomlPosition position(String key) {
    List<String> path = path(key);
    try {
      return toml.inputPositionOf(isNamed(key) ? named(path) : path);
    } catch (TomlInvalidTypeException e) {
      return position(path.get(0)); // within an array of tables
    }
  }

  private String placeAsWritten(List<String> path) {
    return place(file, toml.inputPositionOf(path)) + ": " + String.join(".", path);
  }

  private static String place(@Nullable Path file, @Nullable TomlPosition position) {
    return (file == null ? ConfigReader.FILE_NAME : file.getFileName().toString())
        + (position == null ? "" : ":" + position.line());
  }

  private String text(String key, Object value, String expected) {
    if (value instanceof String text) {
      return variables.replace(text, place(key));
    }
    throw mistyped(key, expected);
  }

  private String plain(String key, @Nullable Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof Number) {
      return variables.replace(value.toString(), place(key));
    }
    throw mistyped(key, "a string, number or boolean");
  }

  private AutogenException mistyped(String key, String expected) {
    return AutogenException.usage(place(key) + " must be " + expected + ".");
  }
}
