package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Refuses unknown keys, so that a misspelt setting is not silently without effect. */
record KnownKeys(Set<String> keys, Set<String> openTables) {

  /** The key above the named sections, each of which may have any of the keys. */
  private static final String NAMES = "name";

  void check(TomlTable toml, Function<List<String>, String> place) {
    for (List<String> path : toml.keyPathSet(true)) {
      Object value = toml.get(path);
      boolean table = value instanceof TomlTable;
      List<String> inner = path;
      if (path.get(0).equals(NAMES)) {
        if (path.size() < 3) {
          requireTable(path, table, place);
          continue;
        }
        inner = path.subList(2, path.size());
      }
      String key = String.join(".", inner);
      if (value instanceof TomlArray array && isTable(key)) {
        checkArray(key, array, place.apply(path));
      } else if (!(table ? isTable(key) : isKey(key))) {
        throw unknown(place.apply(path), key, table);
      }
    }
  }

  private static void requireTable(
      List<String> path, boolean table, Function<List<String>, String> place) {
    if (!table) {
      throw AutogenException.usage(
          place.apply(path) + " must be a section: write [name.production], for example.");
    }
  }

  private void checkArray(String key, TomlArray array, String place) {
    for (Object each : array.toList()) {
      Set<String> parts = each instanceof TomlTable table ? table.keySet() : Set.of();
      for (String part : parts) {
        if (!isKey(key + "." + part)) {
          throw unknown(place + "." + part, key + "." + part, false);
        }
      }
    }
  }

  private AutogenException unknown(String place, String key, boolean table) {
    return AutogenException.usage(
        place
            + (table ? " is no section" : " is no setting")
            + " that autogen knows; did you mean "
            + nearest(key, table)
            + "?");
  }

  private boolean isKey(String key) {
    return keys.contains(key) || openTables.stream().anyMatch(t -> key.startsWith(t + "."));
  }

  private boolean isTable(String key) {
    return tables().contains(key) || openTables.stream().anyMatch(t -> key.startsWith(t + "."));
  }

  private Set<String> tables() {
    Set<String> tables = new TreeSet<>(openTables);
    keys.forEach(key -> tables.add(key.substring(0, key.lastIndexOf('.'))));
    return tables;
  }

  private String nearest(String key, boolean table) {
    return new TreeSet<>(table ? tables() : keys)
        .stream().min(Comparator.comparingInt(known -> distance(known, key))).orElse("");
  }

  /** The number of edits from one text to the other (Levenshtein distance). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
