package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ExecutionRules.OwnColumn;
import dev.autogen.schema.AutogenException;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes the version table, which holds a row per head. */
final class VersionTable {

  private final String table;
  private final ExecutionRules rules;
  private final TextRules text;

  /** The table of that name, quoted and qualified. */
  VersionTable(String table, Dialect dialect) {
    this.table = table;
    this.rules = dialect.executionRules();
    this.text = dialect.textRules();
  }

  String definition() {
    return "create table if not exists "
        + table
        + " (version "
        + rules.ownColumn(OwnColumn.REVISION)
        + " not null primary key)";
  }

  /** The rows, sorted; none if there is no table. */
  List<String> rows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select version from " + table)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      rows.sort(null);
      return rows;
    } catch (SQLException e) {
      if (rules.isMissingTable(e)) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * Deletes some rows and inserts others.
   *
   * @throws AutogenException if a row is gone, or already there, because somebody else is changing
   *     the database
   */
  void change(Connection connection, Collection<String> deleted, Collection<String> inserted)
      throws SQLException {
    if (deleted.size() == 1 && inserted.size() == 1) {
      String sql = "update " + table + " set version = ? where " + is("?");
      expect(1, update(connection, sql, List.of(first(inserted), first(deleted))), deleted);
      return;
    }
    for (String row : deleted) {
      String sql = "delete from " + table + " where " + is("?");
      expect(1, update(connection, sql, List.of(row)), deleted);
    }
    for (String row : inserted) {
      update(connection, "insert into " + table + " (version) values (?)", List.of(row));
    }
  }

  /**
   * Makes sure that statements of {@link #change}, which were sent ahead of others, each found a
   * row.
   *
   * @throws AutogenException as {@link #change} does
   */
  void expect(int changes, Statement sent, Collection<String> deleted) throws SQLException {
    for (int i = 0; i < changes; i++) {
      expect(1, sent.getUpdateCount(), deleted);
      sent.getMoreResults();
    }
  }

  /** The statements of {@link #change} as text. */
  List<String> statements(Collection<String> deleted, Collection<String> inserted) {
    if (deleted.size() == 1 && inserted.size() == 1) {
      return List.of(
          "update "
              + table
              + " set version = "
              + text.literal(first(inserted))
              + " where "
              + is(text.literal(first(deleted))));
    }
    Stream<String> deletes =
        deleted.stream().map(row -> "delete from " + table + " where " + is(text.literal(row)));
    Stream<String> inserts =
        inserted.stream()
            .map(row -> "insert into " + table + " (version) values (" + text.literal(row) + ")");
    return Stream.concat(deletes, inserts).collect(Collectors.toList());
  }

  private String is(String value) {
    return "version " + rules.operator("=") + " " + value;
  }

  private static String first(Collection<String> rows) {
    return rows.iterator().next();
  }

  private static int update(Connection connection, String sql, List<String> parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      return statement.executeUpdate();
    }
  }

  private void expect(int expected, int found, Collection<String> rows) {
    if (found != expected) {
      throw AutogenException.failed(
          "the version table "
              + table
              + " no longer has the row "
              + String.join(", ", rows)
              + ": somebody else moves the database; nothing was changed. Run 'autogen current'",
          null);
    }
  }
}
