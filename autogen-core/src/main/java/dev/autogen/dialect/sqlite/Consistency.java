package dev.autogen.dialect.sqlite;

import dev.autogen.schema.AutogenException;
import dev.autogen.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong in a database and nobody is told at once: rows whose foreign keys lead nowhere,
 * since foreign keys are off during a migration, and views and triggers that name what is not
 * there.
 *
 * @param orphans the rows, each with the table that it refers to
 * @param broken the reasons, by the view or trigger
 */
record Consistency(Set<String> orphans, Map<String, String> broken) {

  static Consistency of(Connection connection) throws SQLException {
    return new Consistency(orphans(connection), broken(connection));
  }

  private static Set<String> orphans(Connection connection) throws SQLException {
    Set<String> orphans = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma foreign_key_check")) {
      while (row.next()) {
        String number = row.getString(2);
        orphans.add(
            (number == null ? "a row" : "the row " + number)
                + " of "
                + row.getString(1)
                + " refers to a row of "
                + row.getString(3)
                + " that is not there");
      }
    } catch (SQLException e) {
      orphans.add(SqliteExecutionRules.words(e));
    }
    return orphans;
  }

  private static Map<String, String> broken(Connection connection) throws SQLException {
    List<String[]> questions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select type, name, tbl_name, sql from sqlite_master"
                    + " where type in ('view', 'trigger')")) {
      while (row.next()) {
        String name = row.getString(1) + " " + row.getString(2);
        String table = SqliteText.RULES.names().quoted(row.getString(3));
        questions.add(
            row.getString(1).equals("view")
                ? new String[] {name, "select 1 from " + table + " limit 0"}
                : new String[] {name, firing(row.getString(4), table)});
      }
    }
    Map<String, String> broken = new LinkedHashMap<>();
    for (String[] question : questions) {
      try (Statement statement = connection.createStatement()) {
        statement.executeQuery("explain " + question[1]).close();
      } catch (SQLException e) {
        broken.put(question[0], SqliteExecutionRules.words(e));
      }
    }
    return broken;
  }

  /** A statement that a trigger answers; it is translated and not run. */
  private static String firing(String trigger, String table) {
    for (Token token : SqliteText.RULES.tokens(trigger)) {
      if (token.isWord("delete")) {
        return "delete from " + table;
      } else if (token.isWord("insert")) {
        return "insert into " + table + " default values";
      } else if (token.isWord("update")) {
        return "delete from " + table + " where 0";
      }
    }
    return "select 1";
  }

  /**
   * Refuses what was not wrong before.
   *
   * @throws AutogenException if there is more than before
   */
  void refuseNew(Consistency before) {
    List<String> rows = new ArrayList<>(orphans);
    rows.removeAll(before.orphans);
    if (!rows.isEmpty()) {
      throw AutogenException.failed(
          rows.get(0)
              + (rows.size() > 1 ? ", and " + (rows.size() - 1) + " more like it" : "")
              + ". Foreign keys are off while a migration runs, and checked before it is committed."
              + " Delete or change these rows in the migration, or correct the foreign key",
          null);
    }
    for (Map.Entry<String, String> each : broken.entrySet()) {
      if (!before.broken.containsKey(each.getKey())) {
        throw AutogenException.failed(
            "the "
                + each.getKey()
                + " names what the migration takes away: "
                + each.getValue()
                + ". Drop it by op.execute before, and create it again in its new form",
            null);
      }
    }
  }
}
