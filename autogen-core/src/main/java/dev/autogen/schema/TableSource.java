package dev.autogen.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements that created a table and what belongs to it, of a database that keeps their text.
 * A table that has to be made anew is made of them, so that nothing is lost that a schema cannot
 * hold.
 *
 * @param table the statement that created the table
 * @param indexes the statements of its indexes, by the index
 * @param triggers the statements of its triggers, by the trigger
 * @param renames what was renamed in the database since, in order; the statements have the names
 *     before
 */
public record TableSource(
    String table,
    Map<String, String> indexes,
    Map<String, String> triggers,
    List<Renamed> renames) {

  /**
   * A rename.
   *
   * @param table the table as it was called before
   * @param column the column as it was called before, or null where the table was renamed
   * @param to the new name
   */
  public record Renamed(QualifiedName table, @Nullable String column, String to) {}

  public TableSource {
    indexes = Collections.unmodifiableMap(new LinkedHashMap<>(indexes));
    triggers = Collections.unmodifiableMap(new LinkedHashMap<>(triggers));
    renames = List.copyOf(renames);
  }

  /** Statements in which nothing was renamed since. */
  public TableSource(String table, Map<String, String> indexes, Map<String, String> triggers) {
    this(table, indexes, triggers, List.of());
  }

  /** The same statements, after a rename of which they do not know. */
  public TableSource before(Renamed rename) {
    List<Renamed> all = new ArrayList<>(renames);
    all.add(rename);
    return new TableSource(table, indexes, triggers, all);
  }
}
