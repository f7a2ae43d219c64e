package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.history.NotUpToDate;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import dev.autogen.history.Step;
import dev.autogen.render.java.JavaRenderer;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RevisionStatus;
import dev.autogen.run.RunReport;
import dev.autogen.run.RunSettings;
import dev.autogen.run.SourceMigrations;
import dev.autogen.run.StepSql;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.shadow.Proof;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A project with entities, committed migrations and a database: what the command line and the Maven
 * plugin work on. The database is not touched before a method needs it.
 */
public final class Project implements AutoCloseable {

  private static final RevisionRequest PREVIEW = new RevisionRequest(null, false, null, false);

  private final Config config;
  private final ProjectSurroundings surroundings;
  private final SourceMigrations migrations;
  private final ProjectShadow shadow;
  private @Nullable ProjectDatabase database;

  private Project(Config config, ProjectSurroundings surroundings) {
    this.config = config;
    this.surroundings = surroundings;
    this.migrations = ProjectMigrations.history(config);
    this.shadow = new ProjectShadow(config, surroundings.listener()::progress);
  }

  /** The project that settings describe. */
  public static Project open(Config config, ProjectSurroundings surroundings) {
    return new Project(config, surroundings);
  }

  /** The committed revisions, read without a database. */
  public RevisionGraph history() {
    return migrations.history();
  }

  /**
   * The revisions that a symbol names, parents before children; the database is asked where it is
   * for {@code current}, {@code +1} and {@code -1} alone.
   */
  public List<RevisionScript> revisions(String symbol) {
    return history().ordered(Set.copyOf(symbols(symbol).all(symbol)));
  }

  /** The revisions of a range such as {@code ae10:head}, both ends included. */
  public List<RevisionScript> range(String text) {
    RevisionRange range = RevisionRange.parse(text);
    RevisionSymbols symbols = symbols(text);
    RevisionGraph history = history();
    Set<String> reached = history.withAncestors(symbols.all(range.end()));
    List<String> start = symbols.all(range.start());
    if (!start.isEmpty()) {
      reached.retainAll(history.withDescendants(start));
    }
    return history.ordered(reached);
  }

  private RevisionSymbols symbols(String text) {
    boolean relative = text.contains("current") || text.matches("(.*:)?[+-].*|.*@[+-].*");
    return new RevisionSymbols(history(), relative ? current() : List.of());
  }

  /** The revisions that the database's version table names; none at the base. */
  public List<String> current() {
    return runner().current();
  }

  /** The committed revisions that the database lacks, in the order in which they would run. */
  public List<RevisionScript> pending() {
    return runner().planner().pending();
  }

  /** Applies the revisions that are missing up to a target. */
  public RunReport upgrade(String target) {
    return executor().upgrade(target);
  }

  /** Undoes the revisions above a target. */
  public RunReport downgrade(String target) {
    return executor().downgrade(target);
  }

  /**
   * The SQL that {@link #upgrade} or {@link #downgrade} would run; nothing is changed.
   *
   * @param target a revision, or a range such as {@code base:head}, which needs no database
   */
  public List<StepSql> sql(Step.Direction direction, String target) {
    return RevisionRange.isRange(target)
        ? executor().sql(direction, RevisionRange.parse(target))
        : executor().sql(direction, target);
  }

  /** The SQL of revisions as a script for another client: a transaction per revision. */
  public String script(List<StepSql> steps) {
    return runner().script(steps);
  }

  /** Notes the database as being at some revisions, and returns the rows of its version table. */
  public List<String> stamp(List<String> targets, boolean purge) {
    return runner().stamp(targets, purge).rows();
  }

  /** Every revision as the database knows it: the history's in order, then those it lacks. */
  public List<RevisionStatus> status() {
    return runner().status();
  }

  /**
   * Accepts the source of an applied revision as it is now.
   *
   * @param announce hears what will be recorded before it is; nothing where nothing is to record
   */
  public RevisionScript repair(String symbol, Consumer<String> announce) {
    return runner().repair(symbol, announce);
  }

  /**
   * Settles the step at which a revision was interrupted, where the database could not tell.
   *
   * @param done whether a person found that the step took effect
   * @param announce hears what will be recorded before it is
   */
  public RevisionScript settle(String symbol, boolean done, Consumer<String> announce) {
    return runner().settle(symbol, done, announce);
  }

  /** Makes the tables in which the database says where it is, where they are missing. */
  public void ensureVersionTable() {
    runner().ensureVersionTable();
  }

  /**
   * Compares the database with the entities. A new database of autogen's own is brought to the
   * committed head first: there is nothing else that it could stand for.
   */
  public ModelDrift compare() {
    if (database().isEmbedded() && !database().hasTable(runSettings().versionTable().name())) {
      executor().upgrade("heads");
    }
    return compare(runner().planner(), false);
  }

  /**
   * Writes the revision that brings the database to the entities; a database of autogen's own is
   * brought to the committed head first.
   *
   * @return the revision, or empty where nothing differs
   * @throws NotUpToDate if committed revisions are pending
   * @throws AutogenException if there are several heads, or the file exists
   */
  public Optional<WrittenRevision> writeRevision(RevisionRequest request) {
    RevisionParents parents = RevisionParents.of(history(), request.place());
    RevisionWriter writer = new RevisionWriter(config.migrations(), history(), Clock.systemUTC());
    if (request.empty()) {
      return Optional.of(written(writer, writer.file(request, parents, null, ""), List.of()));
    }
    if (database().isEmbedded()) {
      executor().upgrade("heads");
    }
    Planner planner = runner().planner();
    if (!planner.pending().isEmpty()) {
      throw new NotUpToDate(planner.pending());
    }
    ModelDrift drift = compare(planner, true);
    if (!drift.exists()) {
      return Optional.empty();
    }
    MigrationFile file = writer.file(request, parents, drift.comparison(), drift.note());
    WrittenRevision written = written(writer, file, drift.changes());
    return Optional.of(request.proven() ? proven(writer, file, written, drift) : written);
  }

  /**
   * Writes a revision without operations that joins branches.
   *
   * @param request its message may be missing; its place names the revisions to join
   * @throws AutogenException if these are not several heads
   */
  public WrittenRevision merge(RevisionRequest request) {
    RevisionParents parents = RevisionParents.of(history(), request.place());
    List<String> revises = parents.revises();
    if (revises.size() < 2) {
      throw AutogenException.usage(
          "There is nothing to merge: "
              + String.join(", ", request.place().follows())
              + (revises.isEmpty() ? " names no revision" : " names revision " + revises.get(0))
              + " alone; 'autogen heads' shows the ends of branches");
    }
    String message =
        request.message() == null || request.message().isBlank()
            ? "merge " + String.join(" and ", revises)
            : request.message();
    RevisionWriter writer = new RevisionWriter(config.migrations(), history(), Clock.systemUTC());
    RevisionRequest named =
        new RevisionRequest(message, true, request.id(), false, request.place());
    return written(writer, writer.file(named, parents, null, ""), List.of());
  }

  /** The source file of a revision. */
  public Path file(RevisionScript revision) {
    return migrations.file(revision);
  }

  /** Proves a revision that was just written, and says in its file what came of it. */
  private WrittenRevision proven(
      RevisionWriter writer, MigrationFile file, WrittenRevision written, ModelDrift drift) {
    Proof.Result result = proof().of(shadow, database(), file.id(), drift);
    MigrationFile told = file.withNote(drift.origin() + result.note());
    return new WrittenRevision(
        written.path(),
        written.id(),
        written.revises(),
        written.changes(),
        writer.rewrite(told),
        Optional.of(result));
  }

  private RevisionProof proof() {
    return new RevisionProof(config, surroundings, runSettings());
  }

  /**
   * Proves committed revisions, each from what its parents make of an empty database: that its
   * downgrade restores what was there, and its upgrade can follow again.
   *
   * @param symbol a revision, or a range such as {@code ae10:head}
   * @return what was found of each, parents before children
   */
  public Map<RevisionScript, Proof.Result> prove(String symbol) {
    List<RevisionScript> revisions =
        RevisionRange.isRange(symbol) ? range(symbol) : revisions(symbol);
    Map<RevisionScript, Proof.Result> results = new LinkedHashMap<>();
    for (RevisionScript revision : revisions) {
      results.put(revision, proof().of(shadow.get(), revision));
    }
    return results;
  }

  /** The source that {@link #writeRevision} would write for a difference. */
  public String source(ModelDrift drift) {
    RevisionWriter writer = new RevisionWriter(config.migrations(), history(), Clock.systemUTC());
    RevisionParents parents = RevisionParents.of(history(), PREVIEW.place());
    return JavaRenderer.render(writer.file(PREVIEW, parents, drift.comparison(), drift.note()));
  }

  private static WrittenRevision written(
      RevisionWriter writer, MigrationFile file, List<Change> changes) {
    String source = writer.write(file);
    return new WrittenRevision(
        writer.path(file), file.id(), file.revises(), changes, source, Optional.empty());
  }

  private ModelDrift compare(Planner planner, boolean asks) {
    ProjectDatabase database = database();
    try (Connection connection = database.open()) {
      return model().compare(connection, ProjectDatabase.dialect(config), planner.pending(), asks);
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
  }

  private EntityComparison model() {
    return new EntityComparison(config, surroundings, runSettings().ownTables());
  }

  private RunSettings runSettings() {
    RunSettings settings =
        RunSettings.DEFAULT
            .withLockWait(config.runner().lockWait())
            .withLockTimeout(config.runner().lockTimeout(), config.runner().retryFor())
            .withArguments(config.runner().arguments())
            .withListener(surroundings.listener());
    String table = config.migrations().versionTable();
    return table == null ? settings : settings.withVersionTable(tableName(table));
  }

  private static QualifiedName tableName(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? QualifiedName.of(text)
        : QualifiedName.of(text.substring(0, dot), text.substring(dot + 1));
  }

  private MigrationRunner runner() {
    return new MigrationRunner(
        () -> database().open(), ProjectDatabase.dialect(config), migrations, runSettings());
  }

  /** A runner whose migrations see the classes that they import. */
  private MigrationRunner executor() {
    return new MigrationRunner(
        () -> database().open(),
        ProjectDatabase.dialect(config),
        ProjectMigrations.runnable(config, surroundings),
        runSettings());
  }

  private ProjectDatabase database() {
    if (database == null) {
      PrivateDirectory.prepare(config);
      database =
          config.database().requireUrl().isHistory()
              ? replayed()
              : ProjectDatabase.of(config, surroundings.listener()::progress);
    }
    return database;
  }

  /** What the committed migrations make of an empty database, in place of a database. */
  private ProjectDatabase replayed() {
    proof().replay(shadow.get());
    return ProjectDatabase.of(shadow.get());
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
    shadow.close();
  }
}
