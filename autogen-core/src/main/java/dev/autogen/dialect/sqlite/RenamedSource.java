package dev.autogen.dialect.sqlite;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableSource;
import dev.autogen.schema.TableSource.Renamed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements of a table after renames. SQLite rewrites them itself, so that it is asked:
 * in a database in memory with the same tables.
 */
final class RenamedSource {

  private RenamedSource() {}

  /**
   * The statements with the names of now, or null where none are known.
   *
   * @param all all tables of the database
   */
  static @Nullable TableSource of(Table table, Collection<Table> all) {
    TableSource source = table.form().source();
    if (source == null || source.renames().isEmpty()) {
      return source;
    }
    try (Connection memory = SqliteMemory.open()) {
      SqliteMemory.execute(memory, "pragma foreign_keys = off");
      for (Table each : all) {
        create(memory, each.form().source());
      }
      for (Renamed rename : source.renames()) {
        rename(memory, rename);
      }
      return read(memory, table.name().name());
    } catch (SQLException e) {
      throw AutogenException.failed(
          "cannot write how the table "
              + table.name()
              + " is made anew after something was renamed in the same script: "
              + SqliteExecutionRules.words(e)
              + ". Run the migration with a connection, or let the rename be a revision of its own"
              + " and write the script behind it",
          e);
    }
  }

  private static void create(Connection memory, @Nullable TableSource source) throws SQLException {
    if (source == null) {
      return;
    }
    SqliteMemory.execute(memory, source.table());
    for (String index : source.indexes().values()) {
      SqliteMemory.execute(memory, index);
    }
    for (String trigger : source.triggers().values()) {
      SqliteMemory.execute(memory, trigger);
    }
  }

  private static void rename(Connection memory, Renamed rename) throws SQLException {
    String table = SqliteText.quote(rename.table().name());
    String to = SqliteText.quote(rename.to());
    if (isKnown(memory, rename)) {
      SqliteMemory.execute(
          memory,
          rename.column() == null
              ? "alter table " + table + " rename to " + to
              : "alter table "
                  + table
                  + " rename column "
                  + SqliteText.quote(rename.column())
                  + " to "
                  + to);
    }
  }

  /** What was made after the statements were read is in none of them. */
  private static boolean isKnown(Connection memory, Renamed rename) throws SQLException {
    try (Statement statement = memory.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select name from pragma_table_info("
                    + SqliteText.literal(rename.table().name())
                    + ")")) {
      boolean found = false;
      while (row.next()) {
        found |=
            rename.column() == null || SqliteText.named(row.getString(1)).equals(rename.column());
      }
      return found;
    }
  }

  private static TableSource read(Connection memory, String table) throws SQLException {
    String statement = "";
    Map<String, String> indexes = new LinkedHashMap<>();
    Map<String, String> triggers = new LinkedHashMap<>();
    SqliteCatalog catalog = SqliteCatalog.read(memory);
    for (SqliteCatalog.Entry entry : catalog.entries("table")) {
      if (SqliteText.named(entry.name()).equals(table)) {
        statement = String.valueOf(entry.sql());
        for (SqliteCatalog.Entry each : catalog.of(entry)) {
          if (each.sql() != null) {
            (each.type().equals("index") ? indexes : triggers)
                .put(SqliteText.named(each.name()), each.sql());
          }
        }
      }
    }
    return new TableSource(statement, indexes, triggers);
  }
}
