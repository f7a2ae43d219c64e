package dev.autogen.dialect.postgresql.hazards;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session has locked, read and changed in its transaction so far, by one query. It names
 * locked relations alone: what a statement rewrites, it has locked.
 *
 * @param lockTimeout the limit for the wait for a lock, in milliseconds; 0 for none
 */
record Measurement(Map<Long, Row> rows, int lockTimeout) {

  /**
   * What a session did to a relation.
   *
   * @param relation null if the relation is gone
   * @param columns its columns; null unless the session holds the strongest lock on it
   */
  record Row(
      @Nullable Relation relation,
      Set<LockMode> modes,
      Counts counts,
      @Nullable Map<Integer, ColumnState> columns) {}

  /** How often a relation was read as a whole, and how many rows were changed. */
  record Counts(long scans, long changed) {

    static final Counts NONE = new Counts(0, 0);
  }

  private static final String COUNTS =
      "pg_catalog.pg_stat_get_xact_numscans(%1$s) as scans,"
          + " pg_catalog.pg_stat_get_xact_tuples_updated(%1$s) operator(pg_catalog.+)"
          + " pg_catalog.pg_stat_get_xact_tuples_deleted(%1$s) as changed";

  private static final String LOCKED =
      "select l.relation, l.modes, "
          + Catalog.RELATION
          + ", "
          + COUNTS.formatted("l.relation")
          + ", case when 'AccessExclusiveLock' operator(pg_catalog.=) any (l.modes) then "
          + ColumnState.QUERY
          + " end as columns, (select s.setting from pg_catalog.pg_settings s"
          + " where s.name operator(pg_catalog.=) 'lock_timeout') as lock_timeout"
          + " from (select k.relation, pg_catalog.array_agg(k.mode) as modes"
          + " from pg_catalog.pg_locks k where k.locktype operator(pg_catalog.=) 'relation'"
          + " and k.pid operator(pg_catalog.=) pg_catalog.pg_backend_pid() and k.granted"
          + " and k.relation operator(pg_catalog.>=) 16384"
          + " and k.database operator(pg_catalog.=) (select d.oid from pg_catalog.pg_database d"
          + " where d.datname operator(pg_catalog.=) pg_catalog.current_database())"
          + " group by k.relation) l"
          + " left join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) l.relation"
          + Catalog.JOINS;

  /** Until PostgreSQL 14, counts of an earlier transaction can still be among them. */
  private static final String COUNTED =
      "select c.oid, "
          + COUNTS.formatted("c.oid")
          + " from pg_catalog.pg_class c where c.oid operator(pg_catalog.>=) 16384"
          + " and c.relkind operator(pg_catalog.=) any (array['r','m']::\"char\"[])";

  /** The counts before the first statement of a transaction. */
  static Map<Long, Counts> counts(Connection connection) throws SQLException {
    Map<Long, Counts> counts = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNTED)) {
      while (row.next()) {
        Counts found = new Counts(row.getLong(2), row.getLong(3));
        if (!found.equals(Counts.NONE)) {
          counts.put(row.getLong(1), found);
        }
      }
    }
    return counts;
  }

  static Measurement take(Connection connection, Set<String> ownTables) throws SQLException {
    Map<Long, Row> rows = new HashMap<>();
    int timeout = -1;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOCKED)) {
      while (row.next()) {
        timeout = row.getInt("lock_timeout");
        boolean gone = row.getString("relname") == null;
        Array columns = gone ? null : row.getArray("columns");
        rows.put(
            row.getLong("relation"),
            new Row(
                gone ? null : Catalog.relation(row, ownTables),
                modes(row.getArray("modes")),
                new Counts(row.getLong("scans"), row.getLong("changed")),
                columns == null ? null : ColumnState.of((Object[]) columns.getArray())));
      }
    }
    return new Measurement(rows, timeout);
  }

  private static Set<LockMode> modes(Array names) throws SQLException {
    Set<LockMode> modes = EnumSet.noneOf(LockMode.class);
    for (Object name : (Object[]) names.getArray()) {
      LockMode.named(String.valueOf(name)).ifPresent(modes::add);
    }
    return modes;
  }
}
