package dev.autogen.lint;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.HazardCode;
import dev.autogen.dialect.HazardRules;
import dev.autogen.run.RunListener;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Measures the statements that a migration sends, and keeps where each comes from. The runner's own
 * statements pass it by: only what it announces, and what work on a connection sends, counts.
 */
final class StatementLog implements RunListener {

  /** The state of a statement that ends a transaction which is not its own. */
  private static final String INVALID_TERMINATION = "2D000";

  /**
   * A statement that was sent.
   *
   * @param line the line that sent it; 0 where that is not known
   * @param call the call of an operation that sent it, counted from 1
   */
  record Sent(String sql, int line, int call) {}

  /** A statement that failed. */
  record Failed(int position, String sql, SQLException failure) {}

  private final Dialect dialect;
  private final HazardRules rules;
  private final HazardRules.Watch watch;
  private final SourcePlace place;
  private final boolean tolerant;
  private final List<Sent> sent = new ArrayList<>();
  private final List<Acceptance> acceptances = new ArrayList<>();
  private final List<Hazard> failures = new ArrayList<>();
  private final Set<Integer> batches = new HashSet<>();
  private final Map<QualifiedName, String> losses = new HashMap<>();
  private final Thread thread = Thread.currentThread();
  private @Nullable Failed failed;
  private int calls;
  private boolean running;
  private boolean announced;
  private boolean working;
  private boolean outside;

  /**
   * A log of one run.
   *
   * @param tolerant whether a statement that fails is left out
   */
  StatementLog(
      Dialect dialect,
      HazardRules rules,
      HazardRules.Watch watch,
      SourcePlace place,
      boolean tolerant) {
    this.dialect = dialect;
    this.rules = rules;
    this.watch = watch;
    this.place = place;
    this.tolerant = tolerant;
  }

  @Override
  public void statement(String sql) {
    announced = running;
  }

  /**
   * The migration begins. The runner may have asked it before what it would do, so that what it
   * said then is forgotten.
   */
  void begin() {
    running = true;
    calls = 0;
    acceptances.clear();
    batches.clear();
    losses.clear();
  }

  /** The migration has ended; what follows is the runner's. */
  void end() {
    running = false;
  }

  /** The migration calls an operation. */
  void call() {
    calls++;
  }

  /** The call changes rows in batches, of which one may meet all of the few rows here. */
  void batches() {
    batches.add(calls);
  }

  /** The migration works on a connection from now on, or no longer does. */
  void working(boolean now) {
    working = now;
  }

  /** What follows has transactions of its own, or no longer has. */
  void outside(boolean now) {
    outside = now;
  }

  void accept(String code, String reason) {
    acceptances.add(Acceptance.of(code, reason, place.line(), calls + 1));
  }

  void loses(QualifiedName table, String reason) {
    losses.put(table, reason);
  }

  boolean isOfMigration() {
    return Thread.currentThread() == thread && running && (announced || working);
  }

  void transactionEnded() {
    watch.transactionEnded();
  }

  /** Runs a statement of the migration, and measures it. */
  <R> @Nullable R measured(
      Connection connection, String sql, boolean answers, HazardRules.Work<R> work)
      throws SQLException {
    announced = false;
    int position = sent.size();
    sent.add(new Sent(sql, place.line(), calls));
    Matcher comments = Acceptance.COMMENT.matcher(sql);
    while (comments.find()) {
      acceptances.add(Acceptance.of(comments.group(1), comments.group(2), place.line(), calls));
    }
    boolean within = !connection.getAutoCommit();
    Savepoint before = tolerant && within ? connection.setSavepoint() : null;
    try {
      return run(connection, sql, position, within, work);
    } catch (SQLException e) {
      boolean again = outside && dialect.executionRules().needsNoTransaction(sql) && within;
      if (!tolerant || answers || again) {
        failed = new Failed(position, sql, e);
        throw e;
      }
      if (failures.isEmpty() || !rules.isMissing(e)) {
        failures.add(watch.failed(sql, e, position));
      }
      if (before != null) {
        connection.rollback(before);
      }
      return null;
    }
  }

  private <R> R run(
      Connection connection, String sql, int position, boolean within, HazardRules.Work<R> work)
      throws SQLException {
    if (within) {
      return inTransaction(connection, sql, position, work);
    } else if (dialect.executionRules().needsNoTransaction(sql)) {
      return watch.outside(connection, sql, position, work);
    }
    watch.transactionEnded();
    connection.setAutoCommit(false);
    try {
      R result = inTransaction(connection, sql, position, work);
      connection.commit();
      return result;
    } catch (SQLException e) {
      connection.rollback();
      if (!INVALID_TERMINATION.equals(e.getSQLState())) {
        throw e;
      }
      connection.setAutoCommit(true);
      return watch.outside(connection, sql, position, work);
    } finally {
      connection.setAutoCommit(true);
      watch.transactionEnded();
    }
  }

  private <R> R inTransaction(
      Connection connection, String sql, int position, HazardRules.Work<R> work)
      throws SQLException {
    watch.before(connection, sql);
    R result = work.run();
    watch.after(connection, sql, position);
    return result;
  }

  /** Keeps the place of a failure that no statement had; returns its position. */
  int failedAt(Throwable failure) {
    int line = place.line(failure);
    sent.add(new Sent("", line, calls));
    return sent.size() - 1;
  }

  List<Sent> sent() {
    return sent;
  }

  List<Acceptance> acceptances() {
    return acceptances;
  }

  Map<QualifiedName, String> losses() {
    return losses;
  }

  /** The failure that ended the run, if a statement of the migration did. */
  @Nullable Failed failed() {
    return failed;
  }

  /** What the failure of a statement means. */
  Hazard judged(Failed each) {
    return watch.failed(each.sql(), each.failure(), each.position());
  }

  /** The hazards, with those of statements that were left out. */
  List<Hazard> hazards() throws SQLException {
    List<Hazard> all = new ArrayList<>(watch.end());
    all.removeIf(each -> each.code() == HazardCode.AG210 && isBatch(each));
    all.addAll(failures);
    return all;
  }

  /** A batch says where it begins or ends, or how many rows it takes. */
  private boolean isBatch(Hazard hazard) {
    return hazard.position() < sent.size() && batches.contains(sent.get(hazard.position()).call());
  }
}
