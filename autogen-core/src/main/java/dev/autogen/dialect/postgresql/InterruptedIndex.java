package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.ExecutionRules.Outcome;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of an interrupted statement that runs without a transaction. An interrupted
 * {@code CREATE INDEX CONCURRENTLY} leaves an invalid index (PostgreSQL manual, {@code CREATE
 * INDEX}, "Building Indexes Concurrently"), which is dropped.
 */
final class InterruptedIndex {

  private static final String NAME =
      "((?:\"(?:[^\"]|\"\")++\"|[\\w$]+)(?:\\s*\\.\\s*(?:\"(?:[^\"]|\"\")++\"|[\\w$]+))?)";

  private static final Pattern CREATE =
      Pattern.compile(
          "(?is)\\s*create\\s+(?:unique\\s+)?index\\s+concurrently\\s+(?:if\\s+not\\s+exists\\s+)?"
              + NAME
              + "\\s+on\\s+(?:only\\s+)?"
              + NAME
              + ".*");

  private static final Pattern DROP =
      Pattern.compile(
          "(?is)\\s*drop\\s+index\\s+concurrently\\s+(?:if\\s+exists\\s+)?"
              + NAME
              + "\\s*(?:restrict|cascade)?\\s*");

  /** Statements that may be run any number of times. */
  private static final Pattern REPEATABLE =
      Pattern.compile(
          "(?is)\\s*(?:vacuum|analyze|reindex|cluster|checkpoint|refresh\\s+materialized\\s+view"
              + "|alter\\s+system|(?:create|drop)\\s+database\\s+if\\b)\\b.*");

  /**
   * The query for an index by its name in the schema of its table, and for the session that is
   * building it.
   */
  private static final String STATE =
      "select i.indisvalid, c.oid::pg_catalog.regclass::pg_catalog.text as name,"
          + " (select p.pid from pg_catalog.pg_stat_progress_create_index p"
          + " where p.index_relid operator(pg_catalog.=) i.indexrelid) as builder"
          + " from pg_catalog.pg_class c join pg_catalog.pg_index i"
          + " on i.indexrelid operator(pg_catalog.=) c.oid"
          + " where c.oid operator(pg_catalog.=) pg_catalog.to_regclass(?)";

  private static final String SCHEMA =
      "select pg_catalog.quote_ident(n.nspname) from pg_catalog.pg_class t"
          + " join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) t.relnamespace"
          + " where t.oid operator(pg_catalog.=) pg_catalog.to_regclass(?)";

  private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

  private final Connection connection;

  InterruptedIndex(Connection connection) {
    this.connection = connection;
  }

  Outcome outcome(String sql) throws SQLException {
    Matcher create = CREATE.matcher(sql);
    if (create.matches()) {
      return afterCreate(inSchemaOf(create.group(1), create.group(2)));
    }
    Matcher drop = DROP.matcher(sql);
    if (drop.matches()) {
      return state(drop.group(1)) == null ? Outcome.DONE : Outcome.REPEATABLE;
    }
    return REPEATABLE.matcher(sql).matches() ? Outcome.REPEATABLE : Outcome.UNKNOWN;
  }

  private String inSchemaOf(String index, String table) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SCHEMA)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) + "." + index : index;
      }
    }
  }

  private Outcome afterCreate(String index) throws SQLException {
    State state = settled(index);
    if (state == null) {
      return Outcome.REPEATABLE;
    } else if (state.valid()) {
      return Outcome.DONE;
    }
    PostgreSqlExecutionRules.execute(connection, "drop index concurrently " + state.name());
    return Outcome.REPEATABLE;
  }

  /**
   * Waits until nobody is building the index, and returns it: the server goes on for a while after
   * its client is gone.
   */
  private @Nullable State settled(String index) throws SQLException {
    long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
    State state = state(index);
    while (state != null && state.builder() != 0) {
      if (System.nanoTime() > deadline) {
        throw AutogenException.failed(
            "the session with pid "
                + state.builder()
                + " still builds the index "
                + state.name()
                + " for a runner that is gone; wait for it, or end it by 'select"
                + " pg_terminate_backend("
                + state.builder()
                + ")', and run the command again",
            null);
      }
      pause();
      state = state(index);
    }
    return state;
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for an index", e);
    }
  }

  private record State(boolean valid, String name, int builder) {}

  private @Nullable State state(String index) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(STATE)) {
      query.setString(1, index);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? new State(row.getBoolean(1), row.getString(2), row.getInt(3)) : null;
      }
    }
  }
}
