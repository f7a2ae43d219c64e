package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.HazardRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees the locks of a statement that cannot run in a transaction: other sessions hold locks for
 * which it must wait, one after the other, and meanwhile its own are read.
 */
final class SampledLocks implements AutoCloseable {

  private static final List<String> BLOCKERS =
      List.of("share update exclusive", "row exclusive", "access share");

  private static final String LOCKS =
      "select k.relation, k.mode, k.granted from pg_catalog.pg_locks k"
          + " where k.pid operator(pg_catalog.=) %d"
          + " and k.locktype operator(pg_catalog.=) any (array['relation', 'virtualxid',"
          + " 'transactionid'])";

  private static final long INTERVAL_MILLIS = 5;

  private final List<Connection> blockers = new ArrayList<>();
  private final Map<Long, Set<LockMode>> seen = new ConcurrentHashMap<>();
  private final Catalog before;
  private final Connection watcher;
  private final long pid;
  private final Thread thread;
  private volatile boolean ended;

  private SampledLocks(HazardRules.Sessions sessions, Connection session, Catalog before)
      throws SQLException {
    this.before = before;
    this.pid = number(session, "select pg_catalog.pg_backend_pid()");
    this.watcher = sessions.open();
    this.thread = new Thread(this::watch, "locks");
    this.thread.setDaemon(true);
  }

  static SampledLocks begin(
      HazardRules.Sessions sessions, Connection session, Catalog before, String sql)
      throws SQLException {
    SampledLocks sampled = new SampledLocks(sessions, session, before);
    try {
      List<String> tables = sampled.tables(new Words(sql).identifiers());
      if (!tables.isEmpty()) {
        for (String mode : BLOCKERS) {
          sampled.block(sessions, "lock table " + String.join(", ", tables) + " in " + mode);
        }
      }
      sampled.thread.start();
      return sampled;
    } catch (SQLException e) {
      sampled.close();
      throw e;
    }
  }

  /** The tables that the statement names, by themselves or by their indexes. */
  private List<String> tables(Set<String> names) {
    return before.named(names).stream()
        .map(each -> before.relation(each.table()).orElse(each))
        .filter(each -> each.kind() == 'r' || each.kind() == 'p')
        .map(each -> SafeForms.written(each.name()))
        .distinct()
        .toList();
  }

  private void block(HazardRules.Sessions sessions, String lock) throws SQLException {
    Connection blocker = sessions.open();
    blockers.add(blocker);
    blocker.setAutoCommit(false);
    try (Statement statement = blocker.createStatement()) {
      statement.execute(lock + " mode");
    }
  }

  private void watch() {
    try {
      while (!ended) {
        if (sample()) {
          release();
        }
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (SQLException e) {
      releaseAll();
    } catch (InterruptedException e) {
      releaseAll();
      Thread.currentThread().interrupt();
    }
  }

  /** Reads the locks that the statement has or waits for; returns whether it waits. */
  private boolean sample() throws SQLException {
    boolean waits = false;
    try (Statement statement = watcher.createStatement();
        ResultSet row = statement.executeQuery(LOCKS.formatted(pid))) {
      while (row.next()) {
        waits |= !row.getBoolean("granted");
        long relation = row.getLong("relation");
        LockMode.named(row.getString("mode"))
            .filter(mode -> relation != 0)
            .ifPresent(
                mode ->
                    seen.computeIfAbsent(relation, any -> EnumSet.noneOf(LockMode.class))
                        .add(mode));
      }
    }
    return waits;
  }

  private synchronized void release() throws SQLException {
    if (!blockers.isEmpty()) {
      blockers.remove(0).close();
    }
  }

  private synchronized void releaseAll() {
    for (Connection each : blockers) {
      try {
        each.close();
      } catch (SQLException e) {
        // It is gone, and its lock with it.
      }
    }
    blockers.clear();
  }

  /** What was seen, once the statement has ended, with the files that it left. */
  Measurement end(Connection session, Set<String> ownTables) throws SQLException {
    stop();
    Map<Long, Measurement.Row> rows = new HashMap<>();
    Catalog after = Catalog.read(session, ownTables);
    seen.forEach(
        (oid, modes) ->
            rows.put(
                oid,
                new Measurement.Row(
                    after.relation(oid).orElse(null), modes, Measurement.Counts.NONE, null)));
    for (Relation each : after.relations()) {
      boolean isNew = before.relation(each.oid()).isEmpty() && each.isIndex();
      boolean rewritten =
          before.relation(each.oid()).filter(was -> was.filenode() != each.filenode()).isPresent();
      if (!each.own() && (isNew || rewritten)) {
        rows.putIfAbsent(
            each.oid(), new Measurement.Row(each, Set.of(), Measurement.Counts.NONE, null));
      }
    }
    return new Measurement(rows, -1);
  }

  private void stop() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    stop();
    releaseAll();
    watcher.close();
  }
}
