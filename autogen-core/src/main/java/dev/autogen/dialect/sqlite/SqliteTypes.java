package dev.autogen.dialect.sqlite;

import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;

/**
 * Types. SQLite takes any word for one; its letters decide how values are stored (manual, Type
 * Affinity).
 */
final class SqliteTypes {

  /** How values of a column are stored, where that is possible. */
  enum Affinity {
    TEXT,
    NUMERIC,
    INTEGER,
    REAL,
    BLOB
  }

  private static final Map<String, Integer> DIGITS =
      Map.of("tinyint", 3, "smallint", 5, "integer", 10, "bigint", 19);

  private SqliteTypes() {}

  /** The type with one spelling of {@code int}; every other word is a type of its own. */
  static SqlType canonical(SqlType type) {
    String name = SqliteText.lower(type.name());
    return new SqlType(
        type.schema(), name.equals("int") ? "integer" : name, type.arguments(), type.dimensions());
  }

  static Affinity affinity(SqlType type) {
    String name = SqliteText.lower(type.name());
    if (name.contains("int")) {
      return Affinity.INTEGER;
    } else if (name.contains("char") || name.contains("clob") || name.contains("text")) {
      return Affinity.TEXT;
    } else if (name.contains("blob") || name.isEmpty()) {
      return Affinity.BLOB;
    } else if (name.contains("real") || name.contains("floa") || name.contains("doub")) {
      return Affinity.REAL;
    }
    return Affinity.NUMERIC;
  }

  static boolean isNumber(SqlType type) {
    Affinity affinity = affinity(type);
    return affinity != Affinity.TEXT && affinity != Affinity.BLOB;
  }

  /** Whether a type says that it holds all values of another; SQLite itself refuses none. */
  static boolean holds(SqlType wider, SqlType narrower) {
    if (wider.equals(narrower)) {
      return true;
    } else if (DIGITS.containsKey(wider.name()) && DIGITS.containsKey(narrower.name())) {
      return DIGITS.get(wider.name()) >= DIGITS.get(narrower.name());
    } else if (affinity(wider) != affinity(narrower)) {
      return false;
    }
    return wider.arguments().isEmpty()
        || wider.name().equals(narrower.name()) && atLeast(wider.arguments(), narrower.arguments());
  }

  private static boolean atLeast(List<String> wider, List<String> narrower) {
    if (wider.size() != narrower.size()) {
      return false;
    }
    for (int i = 0; i < wider.size(); i++) {
      String one = wider.get(i);
      String other = narrower.get(i);
      boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
      if (!numbers || Integer.parseInt(one) < Integer.parseInt(other)) {
        return false;
      }
    }
    return true;
  }

  /** The type in SQL. */
  static String sql(SqlType type) {
    StringBuilder sql = new StringBuilder();
    for (String word : type.name().split(" ")) {
      boolean plain = word.matches("[A-Za-z_][A-Za-z_0-9]*") && !isClause(word);
      sql.append(sql.isEmpty() ? "" : " ");
      sql.append(plain || word.isEmpty() ? word : SqliteText.RULES.names().quoted(word));
    }
    if (!type.arguments().isEmpty()) {
      sql.append('(').append(String.join(",", type.arguments())).append(')');
    }
    // An array is a word of the type's name, which SQLite does not look at.
    return sql.append(" array".repeat(type.dimensions())).toString();
  }

  private static boolean isClause(String word) {
    return List.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "as")
        .contains(word);
  }
}
