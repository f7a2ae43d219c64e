package dev.autogen.model;

import dev.autogen.model.exported.OtherDatabaseClause;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds clauses of other databases in a {@code columnDefinition}; a statement with one would fail.
 */
final class OtherDatabaseClauses {

  private static final Map<String, String> ADVICE =
      Map.of(
          "auto_increment", "use @GeneratedValue(strategy = GenerationType.IDENTITY)",
          "comment", "use @Comment",
          "on", "use @UpdateTimestamp",
          "unsigned", "use a check, or the next larger type",
          "zerofill", "leave it out",
          "charset", "leave it out",
          "engine", "leave it out");

  private OtherDatabaseClauses() {}

  /**
   * Refuses clauses that the target does not know.
   *
   * @param product the name of the target's kind of database
   * @throws AutogenException that names the attribute and the column of each
   */
  static void refuse(
      List<OtherDatabaseClause> clauses, Map<String, String> attributes, String product) {
    if (clauses.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (OtherDatabaseClause clause : clauses) {
      String column = clause.table() + "." + clause.column();
      String key = (clause.table().name() + "." + clause.column()).toLowerCase(Locale.ROOT);
      String attribute = attributes.get(key);
      String word = clause.text().split("[^A-Za-z_]", 2)[0].toLowerCase(Locale.ROOT);
      lines.add(
          (attribute == null ? column : attribute + " (column " + column + ")")
              + ": "
              + product
              + " has no '"
              + clause.text()
              + "' in the definition of a column; "
              + ADVICE.getOrDefault(word, "correct its columnDefinition")
              + ".");
    }
    throw AutogenException.usage(String.join("\n", lines));
  }
}
