package dev.autogen.dialect.sqlite;

import java.util.Map;

/**
 * Refuses defaults that SQLite takes and cannot compute: it looks a function up when the first row
 * is inserted.
 */
final class UnknownFunctions {

  private static final Map<String, String> INSTEAD =
      Map.of(
          "now ( )", "current_timestamp",
          "localtimestamp", "current_timestamp",
          "sysdate", "current_timestamp",
          "localtime", "current_time",
          "gen_random_uuid ( )", "randomblob(16)",
          "random_uuid ( )", "randomblob(16)",
          "uuid ( )", "randomblob(16)");

  private UnknownFunctions() {}

  static void refuse(String serverDefault) {
    String instead = INSTEAD.get(SqliteText.RULES.words().normal(serverDefault));
    if (instead != null) {
      throw Definitions.impossible(
          "compute the default " + serverDefault,
          "it has no such function. Write "
              + instead
              + " (@ColumnDefault, or @DialectOverride.ColumnDefault for SQLiteDialect alone)");
    }
  }
}
