package dev.autogen.run;

import dev.autogen.operation.BackfillInBatches;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows in batches along the primary key, each of which commits by itself. Every row is met
 * once, whatever the condition says of it afterwards.
 */
final class BatchedBackfill {

  private static final long PROGRESS_NANOS = Duration.ofSeconds(5).toNanos();

  private final WorkSession session;
  private final BackfillInBatches operation;
  private final List<String> key;
  private final String table;
  private long changed;
  private long saidAt = System.nanoTime();

  /** Batches of a table with that primary key; no columns if it has none. */
  BatchedBackfill(WorkSession session, BackfillInBatches operation, List<String> key) {
    this.session = session;
    this.operation = operation;
    this.key = key;
    this.table = session.quotedAsWritten(operation.table());
  }

  /** Runs all batches on a session without a transaction. */
  void run() {
    Optional<String> repeated = session.dialect().sqlRenderer().batch(operation);
    if (!key.isEmpty()) {
      alongKey();
    } else if (repeated.isPresent()) {
      repeat(repeated.get());
    } else {
      update(
          "update " + table + " set " + operation.set() + " where " + operation.where(), List.of());
    }
  }

  private void alongKey() {
    @Nullable List<Object> from = null;
    while (true) {
      List<Object> to = end(from);
      List<Object> values = new ArrayList<>();
      String sql =
          "update "
              + table
              + " set "
              + operation.set()
              + " where ("
              + operation.where()
              + ")"
              + bound(" > ", from, values)
              + bound(" <= ", to, values);
      update(sql, values);
      if (to == null) {
        return;
      }
      from = to;
    }
  }

  /** The key of the last row of the next batch; null for the last batch. */
  private @Nullable List<Object> end(@Nullable List<Object> from) {
    List<Object> values = new ArrayList<>();
    String columns = columns();
    String sql =
        "select "
            + columns
            + " from "
            + table
            + " where ("
            + operation.where()
            + ")"
            + bound(" > ", from, values)
            + " order by "
            + columns
            + " limit 1 offset "
            + (operation.batch() - 1);
    List<Object> found = new ArrayList<>();
    session.watched(
        sql,
        () -> {
          try (PreparedStatement query = prepared(sql, values);
              ResultSet row = query.executeQuery()) {
            if (row.next()) {
              for (int i = 1; i <= key.size(); i++) {
                found.add(row.getObject(i));
              }
            }
          }
        });
    return found.isEmpty() ? null : found;
  }

  private String columns() {
    return String.join(", ", key.stream().map(session::quoted).toList());
  }

  private String bound(String operator, @Nullable List<Object> at, List<Object> values) {
    if (at == null) {
      return "";
    }
    values.addAll(at);
    return " and ("
        + columns()
        + ")"
        + operator
        + "("
        + String.join(", ", Collections.nCopies(at.size(), "?"))
        + ")";
  }

  private PreparedStatement prepared(String sql, List<Object> values) throws SQLException {
    Connection connection = session.connection();
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof String text) {
        statement.setObject(i + 1, text, session.rules().textParameter());
      } else {
        statement.setObject(i + 1, values.get(i));
      }
    }
    return statement;
  }

  /** Repeats a batch until nothing is left, or until it is plain that this will not be. */
  private void repeat(String sql) {
    long left = count();
    while (update(sql, List.of()) > 0) {
      if (changed > 2 * left + 10L * operation.batch()) {
        throw AutogenException.failed(
            "op.backfillInBatches changed "
                + changed
                + " rows of "
                + operation.table()
                + ", and the condition \""
                + operation.where()
                + "\" still holds for some: the table has no primary key, so that the condition must"
                + " not hold for a row that was changed. Correct the condition and run it again",
            null);
      }
    }
  }

  private long count() {
    String sql = "select count(*) from " + table + " where " + operation.where();
    long[] found = new long[1];
    session.watched(
        sql,
        () -> {
          try (PreparedStatement query = prepared(sql, List.of());
              ResultSet row = query.executeQuery()) {
            row.next();
            found[0] = row.getLong(1);
          }
        });
    return found[0];
  }

  private int update(String sql, List<Object> values) {
    int[] rows = new int[1];
    session.execute(
        sql,
        () -> {
          try (PreparedStatement statement = prepared(sql, values)) {
            rows[0] = statement.executeUpdate();
          }
        });
    changed += rows[0];
    if (System.nanoTime() - saidAt > PROGRESS_NANOS) {
      saidAt = System.nanoTime();
      session.settings().listener().rowsChanged(operation.table(), changed);
    }
    return rows[0];
  }
}
