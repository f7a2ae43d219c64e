package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** An {@code autogen.toml}, of which every key must be known. */
final class TomlFile {

  private final Path file;
  private final TomlParseResult toml;
  private final Variables variables;

  private TomlFile(Path file, TomlParseResult toml, Variables variables) {
    this.file = file;
    this.toml = toml;
    this.variables = variables;
  }

  /**
   * Reads the file.
   *
   * @throws AutogenException if it is no TOML or has a key that is not among {@code keys} nor below
   *     one of {@code openTables}
   */
  static TomlFile read(Path file, Variables variables, Set<String> keys, Set<String> openTables) {
    TomlParseResult toml = parse(file);
    if (toml.hasErrors()) {
      throw AutogenException.usage(
          toml.errors().stream()
              .map(error -> place(file, error.position()) + ": " + error.getMessage())
              .collect(Collectors.joining("\n")));
    }
    TomlFile result = new TomlFile(file, toml, variables);
    new KnownKeys(keys, openTables).check(toml, result::place);
    return result;
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
    Object value = toml.get(key);
    return value == null ? null : text(key, value, "a string");
  }

  boolean bool(String key, boolean fallback) {
    Object value = toml.get(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw mistyped(key, "true or false");
  }

  List<String> strings(String key) {
    Object value = toml.get(key);
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
    Object value = toml.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof TomlArray array) {
      String expected = "a string or an array of strings";
      return array.toList().stream().map(each -> text(key, each, expected)).toList();
    }
    return List.of(text(key, value, "a string or an array of strings"));
  }

  /** Every value below a table, by its dotted key. */
  Map<String, String> stringsBelow(String table) {
    Map<String, String> values = new TreeMap<>();
    TomlTable below = toml.getTable(table);
    if (below != null) {
      for (List<String> path : below.keyPathSet(false)) {
        Object value = below.get(path);
        String key = String.join(".", path);
        values.put(key, plain(table + "." + key, value));
      }
    }
    return values;
  }

  /** Where a key stands, for messages. */
  String place(String key) {
    return place(List.of(key.split("\\.")));
  }

  private String place(List<String> path) {
    return place(file, toml.inputPositionOf(path)) + ": " + String.join(".", path);
  }

  private static String place(Path file, @Nullable TomlPosition position) {
    return file.getFileName() + (position == null ? "" : ":" + position.line());
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
