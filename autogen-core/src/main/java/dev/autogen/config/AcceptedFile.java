package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** The file of the accepted differences, beside {@code autogen.toml}. */
public final class AcceptedFile {

  /** The name of the file. */
  public static final String NAME = "autogen-accepted.toml";

  private static final String ENTRIES = "accepted";

  private static final Set<String> KEYS =
      Set.of("object", "kind", "model", "database", "reason", "date");

  private static final String HEADER =
      """
      # The differences of database and model that are accepted. 'autogen accept' adds to this file,
      # 'autogen accept --prune' takes away what no longer applies. Both values must stay as they are.
      """;

  private final Path file;

  private AcceptedFile(Path file) {
    this.file = file;
  }

  /**
   * The entries of a file; none if there is no such file.
   *
   * @throws AutogenException if it cannot be read, or an entry is not complete
   */
  public static List<AcceptedEntry> read(Path file) {
    return Files.exists(file) ? new AcceptedFile(file).entries() : List.of();
  }

  private List<AcceptedEntry> entries() {
    TomlParseResult toml = parse();
    if (toml.hasErrors()) {
      throw AutogenException.usage(
          toml.errors().stream()
              .map(error -> place(error.position().line()) + ParserMessage.of(error.getMessage()))
              .collect(Collectors.joining("\n")));
    }
    for (String key : toml.keySet()) {
      if (!key.equals(ENTRIES) || !(toml.get(List.of(key)) instanceof TomlArray)) {
        throw AutogenException.usage(
            place(toml.inputPositionOf(List.of(key)).line())
                + key
                + " is not known here; each entry begins with [[accepted]].");
      }
    }
    TomlArray array = toml.getArrayOrEmpty(ENTRIES);
    List<AcceptedEntry> entries = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      int line = array.inputPositionOf(i).line();
      if (!(array.get(i) instanceof TomlTable table)) {
        throw AutogenException.usage(place(line) + "each entry begins with [[accepted]].");
      }
      entries.add(entry(table, line));
    }
    return entries;
  }

  private TomlParseResult parse() {
    try {
      return Toml.parse(Files.readString(file).replaceFirst("^\uFEFF", ""));
    } catch (IOException e) {
      throw new AutogenException(
          AutogenException.Exit.USAGE,
          "The file " + file + " cannot be read; is it UTF-8 text?",
          e);
    }
  }

  private AcceptedEntry entry(TomlTable table, int line) {
    Set<String> unknown = new TreeSet<>(table.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw AutogenException.usage(
          place(line) + "an accepted difference has no " + String.join(", ", unknown) + ".");
    }
    String object = string(table, "object", line);
    String kind = string(table, "kind", line);
    if (object == null || kind == null) {
      throw AutogenException.usage(
          place(line) + "an accepted difference needs an \"object\" and a \"kind\".");
    }
    String model = string(table, "model", line);
    String database = string(table, "database", line);
    if (model == null && database == null) {
      throw AutogenException.usage(
          place(line) + object + " needs the value of \"model\", of \"database\", or of both.");
    }
    return new AcceptedEntry(
        object, kind, model, database, string(table, "reason", line), date(table, line));
  }

  private @Nullable String string(TomlTable table, String key, int line) {
    Object value = table.get(List.of(key));
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw AutogenException.usage(place(line) + key + " must be a string.");
  }

  private @Nullable LocalDate date(TomlTable table, int line) {
    Object value = table.get(List.of("date"));
    if (value == null || value instanceof LocalDate) {
      return (LocalDate) value;
    }
    throw AutogenException.usage(place(line) + "date must be a date such as 2026-11-26.");
  }

  private String place(int line) {
    return file.getFileName() + ":" + line + ": ";
  }

  /** The text of a file with these entries, in their order. */
  public static String text(List<AcceptedEntry> entries) {
    StringBuilder text = new StringBuilder(HEADER);
    for (AcceptedEntry entry : entries) {
      text.append("\n[[").append(ENTRIES).append("]]\n");
      append(text, "object", entry.object());
      append(text, "kind", entry.kind());
      append(text, "model", entry.model());
      append(text, "database", entry.database());
      append(text, "reason", entry.reason());
      if (entry.date() != null) {
        text.append("date = ").append(entry.date()).append('\n');
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String key, @Nullable String value) {
    if (value != null) {
      text.append(key).append(" = \"").append(Toml.tomlEscape(value)).append("\"\n");
    }
  }
}
