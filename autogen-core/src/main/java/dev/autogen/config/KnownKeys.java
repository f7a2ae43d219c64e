package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tomlj.TomlTable;

/** Refuses keys that mean nothing: a misspelt setting must not be silently without effect. */
record KnownKeys(Set<String> keys, Set<String> openTables) {

  void check(TomlTable toml, Function<List<String>, String> place) {
    for (List<String> path : toml.keyPathSet(true)) {
      String key = String.join(".", path);
      boolean table = toml.get(path) instanceof TomlTable;
      if (!(table ? isTable(key) : isKey(key))) {
        throw AutogenException.usage(
            place.apply(path)
                + (table ? " is no section" : " is no setting")
                + " that autogen knows; did you mean "
                + nearest(key, table)
                + "?");
      }
    }
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

  /** The edits from one text to the other (Levenshtein). */
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
