package dev.autogen.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;

/** Finds the sessions that another session waits for ({@code pg_blocking_pids}). */
final class BlockingSessions {

  private static final String BLOCKERS =
      "select a.pid, a.application_name, a.usename, a.state,"
          + " extract(epoch from pg_catalog.clock_timestamp() operator(pg_catalog.-)"
          + " coalesce(a.xact_start, a.backend_start))::pg_catalog.int8 as age, a.query"
          + " from pg_catalog.pg_stat_activity a where a.pid operator(pg_catalog.=)"
          + " any (pg_catalog.pg_blocking_pids(?)) order by a.pid";

  private BlockingSessions() {}

  static Optional<String> of(Connection watcher, String session) throws SQLException {
    try (PreparedStatement query = watcher.prepareStatement(BLOCKERS)) {
      query.setInt(1, Integer.parseInt(session));
      try (ResultSet row = query.executeQuery()) {
        StringJoiner blockers = new StringJoiner("; ");
        while (row.next()) {
          blockers.add(blocker(row));
        }
        return blockers.length() == 0 ? Optional.empty() : Optional.of(blockers.toString());
      }
    }
  }

  private static String blocker(ResultSet row) throws SQLException {
    String application = row.getString("application_name");
    return "pid "
        + row.getInt("pid")
        + (application == null || application.isEmpty() ? "" : ", application " + application)
        + ", user "
        + row.getString("usename")
        + ", "
        + row.getString("state")
        + ", its transaction open for "
        + PostgreSqlRunnerLock.words(Duration.ofSeconds(row.getLong("age")));
  }
}
