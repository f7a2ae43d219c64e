package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.file.WriterLock;
import dev.autogen.history.RevisionGraph;
import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunListener;
import dev.autogen.run.RunSettings;
import dev.autogen.run.RunningStatements;
import dev.autogen.run.source.SourceMigrations;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.tenant.SchemaRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command works on: the settings of a project, its dialect, its committed migrations and its
 * databases. Each is read or opened when it is first asked for, and once.
 */
public final class Workspace implements AutoCloseable {

  private final Config config;
  private final ProjectSurroundings surroundings;
  private final ProjectShadow shadow;
  private final RunningStatements statements = new RunningStatements();
  private final Object gate = new Object();
  private boolean interrupted;
  private @Nullable Dialect dialect;
  private @Nullable ProjectClasspath classpath;
  private @Nullable SourceMigrations migrations;
  private @Nullable SourceMigrations runnable;
  private @Nullable List<String> prerequisites;
  private volatile @Nullable ProjectDatabase database;
  private volatile boolean closed;

  /** The workspace of a project; nothing is read or opened yet. */
  public Workspace(Config config, ProjectSurroundings surroundings) {
    this.config = config;
    this.surroundings = surroundings;
    this.shadow = new ProjectShadow(this, statements);
  }

  /** The settings of the project. */
  public Config config() {
    return config;
  }

  /** What the front end brings along. */
  public ProjectSurroundings surroundings() {
    return surroundings;
  }

  /** Hears what happens. */
  public ProjectListener listener() {
    return surroundings.listener();
  }

  /** The dialect of the configured database, which is not touched. */
  public synchronized Dialect dialect() {
    if (dialect == null) {
      dialect = ProjectDatabase.dialect(config.database().requireUrl());
    }
    return dialect;
  }

  /**
   * The class path of the entities.
   *
   * @throws AutogenException if there is neither a setting nor a build to ask
   */
  public synchronized ProjectClasspath classpath() {
    if (classpath == null) {
      classpath = EntityClasspath.of(config, surroundings.classpath(), listener()::progress);
    }
    return classpath;
  }

  /** The committed migrations, to read the history from: they do not see the project's classes. */
  public synchronized SourceMigrations migrations() {
    if (migrations == null) {
      ProjectCache.clearFormer(config);
      migrations = ProjectMigrations.history(config, listener());
    }
    return migrations;
  }

  /** The committed revisions. */
  public RevisionGraph history() {
    return migrations().history();
  }

  /** The committed migrations, to run them: they see the classes that they import. */
  public synchronized SourceMigrations runnable() {
    if (runnable == null) {
      runnable = ProjectMigrations.runnable(migrations(), this);
    }
    return runnable;
  }

  /**
   * The committed migrations together with one that is not written yet.
   *
   * @param file where it will be written
   */
  public SourceMigrations runnable(Path file, String source) {
    return ProjectMigrations.runnable(
        ProjectMigrations.of(config, listener(), migrations().content().with(file, source)), this);
  }

  /** Reads the migrations again when they are next asked for, because files have changed. */
  public synchronized void refresh() {
    migrations = null;
    runnable = null;
  }

  /**
   * Does work that writes migrations, as no other command does meanwhile. It begins with what is
   * there then: what another command has written is not overlooked.
   *
   * @throws AutogenException if another command takes too long
   */
  public <R> R writing(Supplier<R> work) {
    try (WriterLock lock = ProjectLock.acquire(config, listener()::progress)) {
      refresh();
      listener().writing();
      return work.get();
    }
  }

  /**
   * Does something that an interruption must come before or after.
   *
   * @throws AutogenException if the command was interrupted before
   */
  public void unlessInterrupted(Runnable work) {
    synchronized (gate) {
      if (interrupted) {
        throw AutogenException.failed("The command was interrupted; nothing was written.", null);
      }
      work.run();
    }
  }

  /** Ends what runs on the databases, and lets nothing be written any more. */
  public void interrupt() {
    synchronized (gate) {
      interrupted = true;
    }
    statements.cancel();
  }

  /** Takes the connections away from what does not end by {@link #interrupt}. */
  public void abort() {
    statements.abort();
  }

  /** Whether there may be something to roll back, or a server of autogen's own to stop. */
  public boolean isAtWork() {
    ProjectDatabase opened = database;
    return statements.isConnected() || (opened != null && opened.isEmbedded() && !closed);
  }

  /** How the configuration has migrations run. */
  public RunSettings runSettings() {
    return ProjectMigrations.runSettings(config, listener());
  }

  /** How migrations run on a throwaway database. */
  public RunSettings proofSettings() {
    return runSettings().withListener(RunListener.SILENT).withTransactionPerMigration(true);
  }

  /** A runner that knows the history, and runs nothing. */
  public MigrationRunner runner() {
    return new MigrationRunner(() -> database().open(), dialect(), migrations(), runSettings());
  }

  /** A runner whose migrations see the classes that they import. */
  public MigrationRunner executor() {
    return new MigrationRunner(() -> database().open(), dialect(), runnable(), runSettings());
  }

  /** Runs in many schemas, whose migrations see the classes that they import. */
  public SchemaRuns schemaRuns(int parallel) {
    return new SchemaRuns(() -> database().open(), dialect(), runnable(), runSettings(), parallel);
  }

  /** The shadow of the project; it starts when it is first asked for. */
  public ProjectShadow shadow() {
    return shadow;
  }

  /**
   * Where a trial on the shadow starts: with the extensions that the database has.
   *
   * @throws SQLException if the database cannot be read
   */
  public ProofStart proofStart(Shadow started) throws SQLException {
    return new ProofStart(started, dialect(), runnable(), proofSettings(), prerequisites())
        .on(this::foundations);
  }

  /**
   * The types and functions of people's own that the database's schema may rest on.
   *
   * @throws SQLException if the database cannot be read
   */
  public Foundations foundations() throws SQLException {
    try (Connection connection = database().open()) {
      Set<String> schemas = dialect().inspector().schemas(connection);
      return dialect()
          .inspector()
          .foundations(connection, new InspectionScope(schemas, runSettings().ownTables()));
    }
  }

  /**
   * Statements that create what the database's schema takes for granted, such as extensions.
   *
   * @throws SQLException if the database cannot be read
   */
  public synchronized List<String> prerequisites() throws SQLException {
    if (prerequisites == null) {
      try (Connection connection = database().open()) {
        prerequisites = dialect().executionRules().prerequisites(connection);
      }
    }
    return prerequisites;
  }

  /** The database of the project. */
  public ProjectDatabase database() {
    ProjectDatabase opened = database;
    if (opened == null) {
      if (config.database().requireUrl().isHistory()) {
        opened = replayed();
      } else {
        PrivateDirectory.prepare(config);
        opened = ProjectDatabase.of(config, dialect(), surroundings, statements);
      }
      database = opened;
    }
    return opened;
  }

  /**
   * Makes sure that there is a database which a command may change.
   *
   * @throws AutogenException if what the migrations make of an empty one stands in its place
   */
  public void requireChangeableDatabase() {
    if (config.database().requireUrl().isHistory()) {
      throw AutogenException.usage(
          "'history' names no database but what the committed migrations make of an empty one, to"
              + " compare with. Name a database by --url or in [database] url.");
    }
  }

  /** The version of the database, unless the shadow stands in its place or nobody looked yet. */
  Optional<ThrowawayRules.Version> databaseVersion() {
    ProjectDatabase opened = database;
    return opened == null || config.database().requireUrl().isHistory()
        ? Optional.empty()
        : Optional.of(opened.version());
  }

  /**
   * Makes sure that there are classes to look for entities in: called in a wrong directory, a
   * command should say so before it makes a database there.
   */
  public void requireEntities() {
    classpath();
  }

  /** The same before a command makes anything at all in a directory. */
  public void requireEntitiesOfNewProject() {
    if (!Files.exists(config.privateDirectory())) {
      requireEntities();
    }
  }

  /** What the committed migrations make of an empty database, in place of a database. */
  private ProjectDatabase replayed() {
    requireEntities();
    try {
      new ProofStart(shadow.get(), dialect(), runnable(), proofSettings(), List.of()).replayHeads();
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database failed: " + e.getMessage(), e);
    }
    return ProjectDatabase.of(shadow.get().prepared(), dialect());
  }

  @Override
  public void close() {
    ProjectDatabase opened = database;
    if (opened != null) {
      opened.close();
    }
    shadow.close();
    closed = true;
  }
}
