package dev.autogen;

import dev.autogen.comparison.DriftRefusal;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.SchemasComparison;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Step;
import dev.autogen.run.AdoptedLoss;
import dev.autogen.run.BaselineKept;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RevisionStatus;
import dev.autogen.run.RunReport;
import dev.autogen.run.StepSql;
import dev.autogen.schema.AutogenException;
import dev.autogen.tenant.SchemaOutcome;
import dev.autogen.workspace.Workspace;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the migrations of a project on its database, and changes the records of what ran. Each
 * method fails in a project whose migrations another tool runs, and names that tool's command.
 */
public final class ProjectRunner {

  private final Workspace workspace;

  ProjectRunner(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Applies the revisions that are missing up to a target. */
  public RunReport upgrade(String target) {
    return upgrade(target, false);
  }

  /**
   * Applies the revisions that are missing up to a target.
   *
   * @param verify whether to make sure first that what they name is as the history made it; the
   *     settings may ask for that, too
   * @throws AutogenException if it is not; nothing has run
   */
  public RunReport upgrade(String target, boolean verify) {
    workspace.requireOwnRunner("upgrade");
    if (verify || workspace.config().runner().verify()) {
      DriftRefusal.check(workspace, workspace.runner().plan(Step.Direction.UPGRADE, target));
    }
    return workspace.executor().upgrade(target);
  }

  /**
   * Undoes the revisions above a target.
   *
   * @param baseline the baseline that may be undone, too, because a person named it; null for none
   */
  public RunReport downgrade(String target, @Nullable String baseline) {
    workspace.requireOwnRunner("downgrade");
    return workspace.executor().undoing(baseline).downgrade(target);
  }

  /**
   * Makes sure that {@link #downgrade} undoes no other baseline than the one that a person named.
   *
   * @throws BaselineKept if it would
   */
  public void refuseBaselineLoss(String target, @Nullable String baseline) {
    workspace.requireOwnRunner("downgrade");
    workspace.executor().undoing(baseline).refuseBaselineLoss(target);
  }

  /**
   * Makes sure that {@link #downgrade} removes nothing that was in the database before autogen.
   *
   * @param consent what a person adds to the command to allow it
   * @throws AdoptedLoss if it would
   */
  public void refuseAdoptedLoss(String target, String consent) {
    workspace.requireOwnRunner("downgrade");
    workspace.executor().refuseAdoptedLoss(target, consent);
  }

  /**
   * The SQL that {@link #upgrade} or {@link #downgrade} would run; nothing is changed.
   *
   * @param target a revision, or a range such as {@code base:head}, which needs no database
   */
  public List<StepSql> sql(Step.Direction direction, String target) {
    workspace.requireOwnRunner(direction == Step.Direction.UPGRADE ? "upgrade" : "downgrade");
    return RevisionRange.isRange(target)
        ? workspace.executor().sql(direction, RevisionRange.parse(target))
        : workspace.executor().sql(direction, target);
  }

  /**
   * The schemas that a query names in its first column, in its order.
   *
   * @throws AutogenException if the query fails
   */
  public List<String> schemas(String query) {
    workspace.requireOwnRunner("… --all-schemas");
    return workspace.database().strings(query);
  }

  /**
   * Does work in each of the given schemas of the database, several at a time; a schema that fails
   * does not stop the others.
   *
   * @param parallel how many schemas are worked on at a time; each takes up to two connections
   * @param done is called for each schema as soon as it is finished
   * @return the outcome of each, in the order of the schemas
   */
  public <R> List<SchemaOutcome<R>> inSchemas(
      List<String> schemas,
      int parallel,
      Function<MigrationRunner, R> work,
      Consumer<SchemaOutcome<R>> done) {
    workspace.requireOwnRunner("upgrade --all-schemas");
    return workspace.schemaRuns(parallel).run(schemas, place -> work.apply(place.runner()), done);
  }

  /**
   * Compares each of the given schemas of the database with the entities, which are read once.
   *
   * @param parallel how many schemas are worked on at a time; each takes up to two connections
   * @param done is called for each schema as soon as it is finished
   * @return how each differs, in the order of the schemas
   * @throws AutogenException if the entities cannot be read
   */
  public List<SchemaOutcome<ModelDrift>> compareSchemas(
      List<String> schemas, int parallel, Consumer<SchemaOutcome<ModelDrift>> done) {
    workspace.requireOwnRunner("check --all-schemas");
    return new SchemasComparison(workspace).run(schemas, parallel, done);
  }

  /** The SQL of revisions as a script for another client: a transaction per revision. */
  public String script(List<StepSql> steps) {
    return workspace.runner().script(steps);
  }

  /** Records that the database is at some revisions, and returns the rows of its version table. */
  public List<String> stamp(List<String> targets, boolean purge) {
    workspace.requireOwnRunner("stamp");
    return workspace.runner().stamp(targets, purge).rows();
  }

  /**
   * The script of {@link #stamp}.
   *
   * @param targets revisions, or ranges such as {@code base:head}, which need no database
   */
  public String stampScript(List<String> targets, boolean purge) {
    workspace.requireOwnRunner("stamp");
    return workspace.runner().stampScript(targets, purge);
  }

  /** The script of {@link #ensureVersionTable}. */
  public String ensureVersionScript() {
    workspace.requireOwnRunner("ensure-version");
    return workspace.runner().ensureVersionScript();
  }

  /**
   * The state of every revision in the database: the revisions of the history in order, then those
   * that only the database knows.
   */
  public List<RevisionStatus> status() {
    workspace.requireOwnRunner("status");
    return workspace.runner().status();
  }

  /**
   * Accepts the source of an applied revision as it is now.
   *
   * @param announce is told what will be recorded, before it is recorded; not called if there is
   *     nothing to record
   */
  public RevisionScript repair(String symbol, Consumer<String> announce) {
    workspace.requireOwnRunner("repair");
    return workspace.runner().repair(symbol, announce);
  }

  /**
   * Settles the step at which a revision was interrupted, if the database could not tell what
   * became of it.
   *
   * @param done whether a person found that the step took effect
   * @param announce is told what will be recorded, before it is recorded
   */
  public RevisionScript settle(String symbol, boolean done, Consumer<String> announce) {
    workspace.requireOwnRunner("repair");
    return workspace.runner().settle(symbol, done, announce);
  }

  /** Creates the version table and the journal if they are missing. */
  public void ensureVersionTable() {
    workspace.requireOwnRunner("ensure-version");
    workspace.runner().ensureVersionTable();
  }
}
