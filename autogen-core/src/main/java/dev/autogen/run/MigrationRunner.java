package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Step;
import dev.autogen.history.Step.Direction;
import dev.autogen.history.UnknownRevision;
import dev.autogen.schema.AutogenException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs migrations on a database, up and down its history. One runner works on a database at a time;
 * each revision commits together with its version row.
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
    this.migrations =
        migrations instanceof PortableMigrations
            ? migrations
            : new PortableMigrations(migrations, dialect);
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
    return new MigrationRun(
            connections.toChange(), dialect, migrations, settings, Direction.UPGRADE)
        .run(planner -> planner.upgrade(target));
  }

  /**
   * Undoes the revisions above a target: a revision, {@code -1}, {@code base}.
   *
   * @throws MigrationFailed if one fails; those before it stay undone
   * @throws BaselineKept if it would undo a baseline that nobody named
   * @throws AutogenException as {@link #upgrade} does
   */
  public RunReport downgrade(String target) {
    return new MigrationRun(
            connections.toChange(), dialect, migrations, settings, Direction.DOWNGRADE)
        .run(planner -> planner.downgrade(target));
  }

  /** A runner whose downgrades may undo a baseline that a person named; null for none. */
  public MigrationRunner undoing(@Nullable String baseline) {
    return baseline == null
        ? this
        : new MigrationRunner(
            connections,
            dialect,
            migrations,
            settings.withUndoneBaseline(UndoneBaseline.of(baseline)));
  }

  /**
   * Makes sure that a downgrade undoes no baseline that nobody named.
   *
   * @throws BaselineKept if it would
   */
  public void refuseBaselineLoss(String target) {
    BaselineKept.refuse(plan(Direction.DOWNGRADE, target), settings.undoneBaseline());
  }

  /**
   * Makes sure that a downgrade removes only what runs have made: rows and tables of a revision
   * that was recorded by {@link #stamp} were there before.
   *
   * @param consent what a person adds to the command to allow it
   * @throws AdoptedLoss if it would remove more
   * @throws AutogenException as {@link #downgrade} does, before it runs anything
   */
  public void refuseAdoptedLoss(String target, String consent) {
    List<Step> steps = plan(Direction.DOWNGRADE, target);
    StatusReport report = report();
    if (steps.stream().noneMatch(step -> report.neverRan(step.script()))) {
      return;
    }
    steps.forEach(step -> IrreversibleRevisions.refuse(step.script(), migrations));
    for (StepSql step : new RunSql(connections, dialect, migrations, settings).write(steps)) {
      if (!step.losses().isEmpty() && report.neverRan(step.step().script())) {
        throw new AdoptedLoss(step.step().script(), step.losses(), consent);
      }
    }
  }

  /** The rows of the version table, sorted; none if there is no such table. */
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

  /** The steps that would run, in order. */
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
    return new RunSql(connections, dialect, migrations, settings).write(plan(direction, target));
  }

  /**
   * The SQL between two revisions, without any database: {@code base:head}, {@code ae10:b3}. The
   * first is the revision that a database is assumed to be at; it is not run again.
   *
   * @throws AutogenException if the range names no revisions
   */
  public List<StepSql> sql(Direction direction, RevisionRange range) {
    return new RunSql(connections, dialect, migrations, settings).write(direction, range);
  }

  /** Steps as a script that a person runs by another client: a transaction per revision. */
  public String script(List<StepSql> steps) {
    return SqlScriptText.of(steps, settings, dialect);
  }

  /**
   * The state of every revision in the database: the revisions of the history in order, then those
   * that only the database knows.
   */
  public List<RevisionStatus> status() {
    return report().revisions();
  }

  private StatusReport report() {
    try (WorkSession session = open()) {
      return new StatusReport(
          migrations,
          session.versionTable().rows(session.connection()),
          session.journal().entries(session.connection()));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Records that a database is at some revisions, without running anything.
   *
   * @param purge whether to delete all rows first, unknown revisions included
   * @throws AutogenException if a target names no revision
   */
  public RunReport stamp(List<String> targets, boolean purge) {
    RevisionGraph graph = migrations.history();
    return locked(
        openToChange(),
        (session, lock) -> {
          List<String> before = session.versionTable().rows(session.connection());
          List<String> after =
              new Planner(graph, purge ? List.of() : before).stamp(List.copyOf(targets));
          new Stamp(session, migrations).write(graph.at(after), before, after);
          return new RunReport(List.of(), after);
        });
  }

  /**
   * The script of {@link #stamp}: nothing is changed.
   *
   * @param targets revisions, or ranges such as {@code base:head}, which need no database
   */
  public String stampScript(List<String> targets, boolean purge) {
    return SqlScriptText.of(
        new BookkeepingSql(migrations, settings, dialect).stamp(targets, purge, this::current));
  }

  /** The script of {@link #ensureVersionTable}: nothing is changed. */
  public String ensureVersionScript() {
    return SqlScriptText.of(BookkeepingSql.definitions(settings, dialect));
  }

  /**
   * Accepts the present source of a revision in place of the source that was applied.
   *
   * @param announce is told what will be recorded, before it is recorded; not called if there is
   *     nothing to record
   * @throws AutogenException if the symbol names no revision, or one that is not applied
   */
  public RevisionScript repair(String symbol, Consumer<String> announce) {
    return repair(symbol, announce, Repair::accept);
  }

  /**
   * Settles the step at which a revision was interrupted, if the database could not tell what
   * became of it.
   *
   * @param done whether a person found that the step took effect
   * @param announce is told what will be recorded, before it is recorded
   * @throws AutogenException if no such step is open
   */
  public RevisionScript settle(String symbol, boolean done, Consumer<String> announce) {
    return repair(symbol, announce, (repair, script) -> repair.settle(script, done));
  }

  private RevisionScript repair(String symbol, Consumer<String> announce, Repair.Work work) {
    RevisionScript script = planner().naming(symbol).symbols().one(symbol);
    return locked(
        openToChange(),
        (session, lock) -> {
          work.run(new Repair(session, migrations, announce), script);
          return script;
        });
  }

  /** Creates the version table and the journal if they are missing. */
  public void ensureVersionTable() {
    locked(openToChange(), (session, lock) -> true);
  }

  private WorkSession open() {
    return WorkSession.open(connections, dialect, settings);
  }

  private WorkSession openToChange() {
    return WorkSession.open(connections.toChange(), dialect, settings);
  }

  private <R> R locked(WorkSession session, ExclusiveRun.Work<R> work) {
    return new ExclusiveRun(connections.toChange(), dialect, settings).run(session, work);
  }

  private AutogenException unreadable(SQLException e) {
    return ExclusiveRun.unreadable(dialect, e);
  }
}
