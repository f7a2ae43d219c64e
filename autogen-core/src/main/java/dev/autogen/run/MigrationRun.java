package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.Step;
import dev.autogen.history.Step.Direction;
import dev.autogen.history.UnknownRevision;
import dev.autogen.schema.AutogenException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One run upwards or downwards: it is planned without the lock, and again under it. */
final class MigrationRun {

  private final ConnectionSource connections;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;
  private final Direction direction;

  MigrationRun(
      ConnectionSource connections,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings,
      Direction direction) {
    this.connections = connections;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
    this.direction = direction;
  }

  /** Runs what is planned, if anything is. */
  RunReport run(Function<Planner, List<Step>> plan) {
    RevisionGraph graph = migrations.history();
    WorkSession session = WorkSession.open(connections, dialect, settings);
    boolean handedOver = false;
    try {
      List<String> rows = session.versionTable().rows(session.connection());
      if (isNewer(graph, rows)) {
        return new RunReport(List.of(), rows);
      }
      List<Step> steps = plan.apply(new Planner(graph, rows));
      if (steps.isEmpty()) {
        List<JournalEntry> journal = session.journal().entries(session.connection());
        report(session, rows, journal);
        return new RunReport(List.of(), rows);
      }
      prepare(steps);
      if (direction == Direction.UPGRADE && rows.isEmpty()) {
        new UnmanagedDatabase(session, migrations).refuse(steps);
      }
      handedOver = true;
      return new ExclusiveRun(connections, dialect, settings)
          .run(session, (held, lock) -> runLocked(graph, plan, held, lock));
    } catch (SQLException e) {
      throw ExclusiveRun.unreadable(dialect, e);
    } finally {
      if (!handedOver) {
        session.close();
      }
    }
  }

  private RunReport runLocked(
      RevisionGraph history,
      Function<Planner, List<Step>> plan,
      WorkSession session,
      RunnerLock.Handle lock)
      throws SQLException {
    List<String> rows = session.versionTable().rows(session.connection());
    if (isNewer(history, rows)) {
      return new RunReport(List.of(), rows);
    }
    List<JournalEntry> journal = session.journal().entries(session.connection());
    InterruptedRevisions.refuse(journal, direction);
    if (direction == Direction.UPGRADE) {
      rows = new UnmanagedDatabase(session, migrations).adopt(history, rows, journal);
    }
    report(session, rows, journal);
    RevisionGraph graph = history.at(rows, StatusReport.unfinished(journal));
    List<Step> steps = plan.apply(new Planner(graph, rows));
    prepare(steps);
    RevisionRunner runner = new RevisionRunner(session, lock, migrations, journal);
    if (!settings.transactionPerMigration() && !steps.isEmpty()) {
      List<RunReport.Executed> together = new SingleTransactionRunner(session, runner).run(steps);
      return new RunReport(together, session.versionTable().rows(session.connection()));
    }
    List<RunReport.Executed> executed = runEach(steps, session, runner);
    return new RunReport(executed, session.versionTable().rows(session.connection()));
  }

  /** Reports what a person should know, and renews checksums that were made by a former formula. */
  private void report(WorkSession session, List<String> rows, List<JournalEntry> journal) {
    StatusReport report = new StatusReport(migrations, rows, journal);
    report.warnings().forEach(settings.listener()::warning);
    if (session.facts().refusal() != null) {
      return;
    }
    try {
      for (Map.Entry<JournalEntry, String> each : report.renewals().entrySet()) {
        session.journal().renew(session.connection(), each.getKey(), each.getValue());
      }
    } catch (SQLException e) {
      // Who may not write the journal, or meets a lock, leaves it as it is: it is still valid.
    }
  }

  private List<RunReport.Executed> runEach(
      List<Step> steps, WorkSession session, RevisionRunner runner) {
    List<RunReport.Executed> executed = new ArrayList<>();
    try {
      for (Step step : steps) {
        settings.listener().starting(step, executed.size() + 1, steps.size());
        if (executed.size() + 1 < steps.size()) {
          session.durability().relax();
        } else {
          session.durability().restore();
        }
        RunReport.Executed done = runner.run(step);
        settings.listener().finished(step, done.took());
        executed.add(done);
      }
    } catch (AutogenException e) {
      settle(session, e);
      throw e;
    }
    session.durability().settle();
    return executed;
  }

  /** Makes sure that what was done before a failure stays done. */
  private static void settle(WorkSession session, AutogenException failure) {
    try {
      session.durability().settle();
    } catch (StatementFailed e) {
      failure.addSuppressed(e);
    }
  }

  private void prepare(List<Step> steps) {
    BaselineKept.refuse(steps, settings.undoneBaseline());
    migrations.prepare(steps.stream().map(Step::script).toList());
    steps.stream()
        .filter(step -> step.direction() == Direction.DOWNGRADE)
        .forEach(step -> IrreversibleRevisions.refuse(step.script(), migrations));
  }

  private boolean isNewer(RevisionGraph history, List<String> rows) {
    RevisionGraph graph = history.at(rows);
    for (String row : rows) {
      if (!graph.contains(graph.standingFor(row))) {
        if (!settings.allowNewerDatabase()) {
          throw UnknownRevision.inDatabase(row);
        }
        settings
            .listener()
            .warning(
                "the database is at revision "
                    + row
                    + ", which is not known here: it was upgraded by a newer version; nothing was"
                    + " changed");
        return true;
      }
    }
    return false;
  }
}
