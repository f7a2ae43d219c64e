package dev.autogen.dialect.sqlite;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code sqlite_schema} and the pragmas say. */
final class SqliteCatalog {

  /**
   * A row of {@code sqlite_schema}.
   *
   * @param sql the statement; null for the index of a constraint
   */
  record Entry(String type, String name, String table, @Nullable String sql) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byTable = new HashMap<>();
  private final Set<String> virtual = new HashSet<>();
  private final Map<String, Set<String>> columns = new LinkedHashMap<>();

  private SqliteCatalog() {}

  static SqliteCatalog read(Connection connection) throws SQLException {
    SqliteCatalog catalog = new SqliteCatalog();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "select type, name, tbl_name, sql from main.sqlite_master order by rowid")) {
        while (row.next()) {
          catalog.add(
              new Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
      }
      if (catalog.hasVirtualTables()) {
        catalog.readKinds(statement);
      }
      try (ResultSet row =
          statement.executeQuery(
              "select m.name, x.name from main.sqlite_master m, pragma_table_xinfo(m.name) x"
                  + " where m.type = 'table' and x.hidden <> 1 and m.sql not like 'create virtual%'"
                  + " order by m.rowid, x.cid")) {
        while (row.next()) {
          catalog
              .columns
              .computeIfAbsent(row.getString(1), key -> new HashSet<>())
              .add(SqliteText.named(row.getString(2)));
        }
      }
    }
    return catalog;
  }

  private void add(Entry entry) {
    entries.add(entry);
    byTable.computeIfAbsent(SqliteText.named(entry.table()), key -> new ArrayList<>()).add(entry);
  }

  private boolean hasVirtualTables() {
    return entries.stream().anyMatch(this::createsVirtual);
  }

  boolean createsVirtual(Entry entry) {
    return entry.type().equals("table")
        && entry.sql() != null
        && SqliteText.lower(entry.sql()).startsWith("create virtual");
  }

  /** A virtual table stores what it has in tables whose names begin with its own. */
  private void readKinds(Statement statement) throws SQLException {
    for (Entry entry : entries) {
      if (createsVirtual(entry)) {
        virtual.add(entry.name());
      }
    }
    try (ResultSet row =
        statement.executeQuery(
            "select name from pragma_table_list where schema = 'main' and type in"
                + " ('virtual', 'shadow')")) {
      while (row.next()) {
        virtual.add(row.getString(1));
      }
    } catch (SQLException e) {
      // Before 3.37 there is no such pragma.
      List<String> prefixes = virtual.stream().map(each -> each + "_").toList();
      entries.stream()
          .map(Entry::name)
          .filter(name -> prefixes.stream().anyMatch(name::startsWith))
          .forEach(virtual::add);
    }
  }

  /** The entries of a type, in the order in which they were made. */
  List<Entry> entries(String type) {
    return entries.stream().filter(entry -> entry.type().equals(type)).toList();
  }

  /** What belongs to a table: its indexes and triggers, in the order in which they were made. */
  List<Entry> of(Entry table) {
    return byTable.getOrDefault(SqliteText.named(table.name()), List.of()).stream()
        .filter(each -> !each.type().equals("table"))
        .toList();
  }

  boolean isInternal(Entry entry) {
    return SqliteText.lower(entry.name()).startsWith("sqlite_");
  }

  boolean isVirtual(Entry entry) {
    return virtual.contains(entry.name());
  }

  /** The columns of the tables, by the table's name. */
  Map<String, Set<String>> columns() {
    return columns;
  }

  /**
   * Refuses a table whose statement was understood in another way than SQLite understands it.
   *
   * @throws AutogenException if the columns differ
   */
  void refuseMisread(Entry entry, Table table) {
    Set<String> known = columns.getOrDefault(entry.name(), Set.of());
    Set<String> read = new HashSet<>(table.columns().stream().map(Column::name).toList());
    if (!known.equals(read)) {
      throw AutogenException.failed(
          "cannot read the statement that created the table "
              + entry.name()
              + ": it has the columns "
              + known
              + ", and autogen found "
              + read
              + ". Please report the statement:\n"
              + entry.sql(),
          null);
    }
  }
}
