package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import dev.autogen.history.Step;
import dev.autogen.history.Step.Direction;
import dev.autogen.history.UnknownRevision;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings a database along a history of migrations. One runner works on a database at a time; each
 * revision commits together with its version row.
 */
public final class MigrationRunner {

  private final ConnectionSource connections;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;

  /** A runner for one database. It opens connections only while a method runs. */
  public MigrationRunner(
      ConnectionSource connections,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings) {
    this.connections = connections;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
  }

  /** The migrations that it runs. */
  public MigrationSource migrations() {
    return migrations;
  }

  /**
   * Applies the revisions that are missing up to a target: {@code head}, {@code heads}, a revision,
   * {@code +1}, {@code label@head}.
   *
   * @throws MigrationFailed if one fails; those before it stay applied
   * @throws AutogenException if the target is unknown or ambiguous, the database cannot be written,
   *     or another runner holds it for too long
   */
  public RunReport upgrade(String target) {
    return run(Direction.UPGRADE, planner -> planner.upgrade(target));
  }

  /**
   * Undoes the revisions above a target: a revision, {@code -1}, {@code base}.
   *
   * @throws MigrationFailed if one fails; those before it stay undone
   * @throws AutogenException as {@link #upgrade} does
   */
  public RunReport downgrade(String target) {
    return run(Direction.DOWNGRADE, planner -> planner.downgrade(target));
  }

  /** The rows of the version table, sorted; none where there is no such table. */
  public List<String> current() {
    try (WorkSession session = open()) {
      return session.versionTable().rows(session.connection());
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Plans from where the database is.
   *
   * @throws UnknownRevision if the database is at a revision that no migration has
   */
  public Planner planner() {
    return new Planner(migrations.history(), current());
  }

  /** What would run, and in which order. */
  public List<Step> plan(Direction direction, String target) {
    Planner planner = planner();
    return direction == Direction.UPGRADE ? planner.upgrade(target) : planner.downgrade(target);
  }

  /**
   * The SQL that {@link #upgrade} or {@link #downgrade} would run; nothing is changed.
   *
   * @throws AutogenException as these do, before they run anything
   */
  public List<StepSql> sql(Direction direction, String target) {
    List<Step> steps = plan(direction, target);
    return new OfflineSql(migrations, dialect, settings, this::inspect).write(steps);
  }

  private Schema inspect() {
    try (WorkSession session = open()) {
      InspectionScope scope = new InspectionScope(settings.schemas(), settings.ownTables());
      return dialect.inspector().inspect(session.connection(), scope).schema();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * The SQL between two revisions, without any database: {@code base:head}, {@code ae10:b3}. The
   * first is where a database is supposed to be; it is not run again.
   *
   * @throws AutogenException if the range names no revisions
   */
  public List<StepSql> sql(Direction direction, RevisionRange range) {
    RevisionGraph graph = migrations.history();
    List<String> from = new RevisionSymbols(graph, List.of()).all(range.start());
    Planner planner = new Planner(graph, graph.maximal(from));
    List<Step> steps =
        direction == Direction.UPGRADE
            ? planner.upgrade(range.end())
            : planner.downgrade(range.end());
    return new OfflineSql(migrations, dialect, settings, () -> replayed(planner)).write(steps);
  }

  /** The schema that the applied revisions make, as far as their operations tell. */
  private Schema replayed(Planner planner) {
    List<RevisionScript> applied = planner.applied();
    migrations.prepare(applied);
    Schema schema = Schema.empty();
    for (RevisionScript script : applied) {
      Schema before = schema;
      RecordedOperations operations = new RecordedOperations(() -> before, settings.arguments());
      migrations.migration(script).upgrade(operations);
      schema = operations.inspect();
    }
    return schema;
  }

  /** Steps as a script that a person runs by another client: a transaction per revision. */
  public String script(List<StepSql> steps) {
    return SqlScriptText.of(steps, settings);
  }

  /** Every revision as the database knows it: the history's in order, then those it lacks. */
  public List<RevisionStatus> status() {
    try (WorkSession session = open()) {
      return new StatusReport(
              migrations,
              session.versionTable().rows(session.connection()),
              session.journal().entries(session.connection()))
          .revisions();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Records that a database is at some revisions, without running anything.
   *
   * @param purge whether to forget all rows first, unknown revisions included
   * @throws AutogenException if a target names no revision
   */
  public RunReport stamp(List<String> targets, boolean purge) {
    RevisionGraph graph = migrations.history();
    return locked(
        open(),
        (session, lock) -> {
          List<String> before = session.versionTable().rows(session.connection());
          List<String> after =
              new Planner(graph, purge ? List.of() : before).stamp(List.copyOf(targets));
          new Stamp(session, migrations).write(graph, before, after);
          return new RunReport(List.of(), after);
        });
  }

  /**
   * Accepts the source of a revision as it is now in place of what was applied.
   *
   * @param announce hears what will be recorded before it is; nothing where nothing is to record
   * @throws AutogenException if the symbol names no revision, or one that is not applied
   */
  public RevisionScript repair(String symbol, Consumer<String> announce) {
    return repair(symbol, announce, Repair::accept);
  }

  /**
   * Settles the step at which a revision was interrupted, where the database could not tell.
   *
   * @param done whether a person found that the step took effect
   * @param announce hears what will be recorded before it is
   * @throws AutogenException if no such step is open
   */
  public RevisionScript settle(String symbol, boolean done, Consumer<String> announce) {
    return repair(symbol, announce, (repair, script) -> repair.settle(script, done));
  }

  private RevisionScript repair(String symbol, Consumer<String> announce, Repair.Work work) {
    RevisionScript script = new RevisionSymbols(migrations.history(), current()).one(symbol);
    return locked(
        open(),
        (session, lock) -> {
          work.run(new Repair(session, migrations, announce), script);
          return script;
        });
  }

  /** Makes the tables in which a database says where it is, where they are missing. */
  public void ensureVersionTable() {
    locked(open(), (session, lock) -> true);
  }

  private RunReport run(Direction direction, Function<Planner, List<Step>> plan) {
    RevisionGraph graph = migrations.history();
    WorkSession session = open();
    boolean handedOver = false;
    try {
      List<String> rows = session.versionTable().rows(session.connection());
      if (isNewer(graph, rows)) {
        return new RunReport(List.of(), rows);
      }
      List<Step> steps = plan.apply(new Planner(graph, rows));
      if (steps.isEmpty()) {
        List<JournalEntry> journal = session.journal().entries(session.connection());
        new StatusReport(migrations, rows, journal)
            .warnings()
            .forEach(settings.listener()::warning);
        return new RunReport(List.of(), rows);
      }
      prepare(steps);
      handedOver = true;
      return locked(session, (held, lock) -> runLocked(direction, graph, plan, held, lock));
    } catch (SQLException e) {
      throw unreadable(e);
    } finally {
      if (!handedOver) {
        session.close();
      }
    }
  }

  private RunReport runLocked(
      Direction direction,
      RevisionGraph graph,
      Function<Planner, List<Step>> plan,
      WorkSession session,
      RunnerLock.Handle lock)
      throws SQLException {
    List<String> rows = session.versionTable().rows(session.connection());
    if (isNewer(graph, rows)) {
      return new RunReport(List.of(), rows);
    }
    List<JournalEntry> journal = session.journal().entries(session.connection());
    Interrupted.refuse(journal, direction);
    new StatusReport(migrations, rows, journal).warnings().forEach(settings.listener()::warning);
    List<Step> steps = plan.apply(new Planner(graph, rows));
    prepare(steps);
    RevisionRunner runner = new RevisionRunner(session, lock, migrations, journal);
    List<RunReport.Executed> executed = new ArrayList<>();
    for (Step step : steps) {
      settings.listener().starting(step, executed.size() + 1, steps.size());
      RunReport.Executed done = runner.run(step);
      settings.listener().finished(step, done.took());
      executed.add(done);
    }
    return new RunReport(executed, session.versionTable().rows(session.connection()));
  }

  private void prepare(List<Step> steps) {
    migrations.prepare(steps.stream().map(Step::script).toList());
    steps.stream()
        .filter(step -> step.direction() == Direction.DOWNGRADE)
        .forEach(step -> Irreversible.refuse(step.script(), migrations));
  }

  private boolean isNewer(RevisionGraph graph, List<String> rows) {
    for (String row : rows) {
      if (!graph.contains(row)) {
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

  private WorkSession open() {
    return WorkSession.open(connections, dialect, settings);
  }

  private <R> R locked(WorkSession session, ExclusiveRun.Work<R> work) {
    return new ExclusiveRun(connections, dialect, settings).run(session, work);
  }

  private AutogenException unreadable(SQLException e) {
    return ExclusiveRun.unreadable(dialect, e);
  }
}
