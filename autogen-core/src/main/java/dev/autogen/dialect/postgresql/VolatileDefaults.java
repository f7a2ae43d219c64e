package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells defaults that can differ from row to row. PostgreSQL rewrites a table for such a default of
 * a new column ({@code ALTER TABLE}, notes); it computes any other once.
 */
final class VolatileDefaults {

  /** Functions that give the same value during a statement. */
  private static final Set<String> STABLE =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "timezone",
          "date_trunc",
          "to_timestamp",
          "to_date",
          "lower",
          "upper",
          "concat",
          "coalesce",
          "cast",
          "current_setting",
          "numeric",
          "decimal",
          "varchar",
          "varying",
          "character",
          "char",
          "bit",
          "timestamp",
          "time",
          "interval",
          "current_timestamp",
          "current_time",
          "localtimestamp",
          "localtime",
          "jsonb_build_object",
          "json_build_object",
          "jsonb_build_array",
          "json_build_array",
          "int4range",
          "int8range",
          "numrange",
          "daterange",
          "tsrange",
          "tstzrange");

  private VolatileDefaults() {}

  /** Whether it may: it calls a function that is not known to give one value. */
  static boolean mayBe(String expression) {
    List<String> tokens = PostgreSqlText.RULES.words().of(expression);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String name = tokens.get(i).toLowerCase(Locale.ROOT);
      boolean word = Character.isLetter(name.charAt(0)) || name.charAt(0) == '"';
      if (word && tokens.get(i + 1).equals("(") && !STABLE.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
