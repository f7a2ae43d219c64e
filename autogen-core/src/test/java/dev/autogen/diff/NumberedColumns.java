package dev.autogen.diff;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Columns that number rows by themselves, and the rows that an application inserts by them. */
final class NumberedColumns {

  private static final int ROWS = 3;

  /** Identities, and columns whose default is the next number of a sequence. */
  private static final String COLUMNS =
      """
      select a.attrelid::regclass::text, quote_ident(a.attname)
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where n.nspname not in ('pg_catalog', 'information_schema')
        and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%')
      order by 1, 2
      """;

  /** What keeps a row of numbers alone out of a table. */
  private static final String OBSTACLES =
      """
      select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname)
      from pg_constraint
      where conrelid = 'TABLE'::regclass and contype <> 'n'
      union all
      select format('drop index %s', indexrelid::regclass)
      from pg_index
      where indrelid = 'TABLE'::regclass
        and not exists (select from pg_constraint k where k.conindid = indexrelid)
      union all
      select format('alter table %s alter column %I drop not null', attrelid::regclass, attname)
      from pg_attribute
      where attrelid = 'TABLE'::regclass and attnum > 0 and not attisdropped
        and attnotnull and attidentity = '' and quote_ident(attname) <> 'COLUMN'
      """;

  private NumberedColumns() {}

  /**
   * Inserts rows through each numbered column, and takes them back.
   *
   * @throws AssertionError if one gets no number, or one that another row has
   */
  static void insertRows(Connection database) throws SQLException {
    for (List<String> column : rows(database, COLUMNS)) {
      Savepoint before = database.setSavepoint();
      insertRows(database, column.get(0), column.get(1));
      database.rollback(before);
    }
  }

  private static void insertRows(Connection database, String table, String column)
      throws SQLException {
    String counts = "select count(*) - count(distinct " + column + ") from " + table;
    String twice = rows(database, counts).get(0).get(0);
    String obstacles = OBSTACLES.replace("TABLE", table).replace("COLUMN", column);
    try (Statement statement = database.createStatement()) {
      for (List<String> obstacle : rows(database, obstacles)) {
        statement.execute(obstacle.get(0));
      }
      for (int i = 0; i < ROWS; i++) {
        statement.execute("insert into " + table + " default values");
      }
    } catch (SQLException e) {
      throw new AssertionError("no row gets a number by " + table + "." + column, e);
    }
    if (!rows(database, counts).get(0).get(0).equals(twice)) {
      throw new AssertionError(table + "." + column + " gives a number that a row has");
    }
  }

  private static List<List<String>> rows(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
