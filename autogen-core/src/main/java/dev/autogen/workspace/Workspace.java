package dev.autogen.workspace;

import dev.autogen.archive.ApplicationArchive;
import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.dialect.Dialect;
import dev.autogen.file.WriterLock;
import dev.autogen.history.NotUpToDate;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunListener;
import dev.autogen.run.RunSettings;
import dev.autogen.run.RunningStatements;
import dev.autogen.run.UndoneBaseline;
import dev.autogen.run.source.SourceMigrations;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.OtherHistory;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.SchemaShadow;
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
 * databases. Each is read or opened once, when it is first asked for.
 */
public final class Workspace implements AutoCloseable {

  private final Config config;
  private final ProjectSurroundings surroundings;
  private final ProjectShadow shadow;
  private final MigrationSources sources = new MigrationSources(this);
  private final DatabasePrerequisites prerequisites = new DatabasePrerequisites(this);
  private final Interruption interruption = new Interruption();
  private @Nullable Dialect dialect;
  private @Nullable ProjectClasspath classpath;
  private @Nullable OtherMigrations others;
  private volatile @Nullable ProjectDatabase database;
  private volatile boolean closed;

  /** The workspace of a project; nothing is read or opened yet. */
  public Workspace(Config config, ProjectSurroundings surroundings) {
    this.config = config;
    this.surroundings = surroundings;
    RunningStatements statements = interruption.statements();
    this.shadow = new ProjectShadow(this, new DatabaseVersion(this, statements), statements);
  }

  /** The settings of the project. */
  public Config config() {
    return config;
  }

  /** What the front end provides. */
  public ProjectSurroundings surroundings() {
    return surroundings;
  }

  /** The listener that receives the events. */
  public ProjectListener listener() {
    return surroundings.listener();
  }

  /** The dialect of the configured database. No connection is opened. */
  public synchronized Dialect dialect() {
    if (dialect == null) {
      dialect =
          ProjectDatabase.dialect(config.database().requireUrl(), config.shadow().versionOf());
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

  /** The class path on which the tool's libraries are that runs the migrations; it may be empty. */
  List<Path> classpathOf(String tool) {
    return EntityClasspath.ofTool(config, surroundings.classpath(), tool, listener()::progress)
        .entries();
  }

  /** The committed migrations for reading the history. They do not see the project's classes. */
  public SourceMigrations migrations() {
    return sources.history();
  }

  /** The committed revisions. */
  public RevisionGraph history() {
    return others().map(OtherMigrations::history).orElseGet(() -> readable().history());
  }

  /** The migrations of a project in which another tool runs them; empty where autogen does. */
  public synchronized Optional<OtherMigrations> others() {
    if (others == null) {
      others =
          switch (config.migrations().sql().format()) {
            case JAVA -> null;
            case FLYWAY -> new FlywayMigrations(this);
            case LIQUIBASE -> new LiquibaseMigrations(this);
          };
    }
    return Optional.ofNullable(others);
  }

  /**
   * Makes sure that autogen itself runs the migrations.
   *
   * @param command the command that needs it, for the message
   * @throws AutogenException if another tool does
   */
  public void requireOwnRunner(String command) {
    others()
        .ifPresent(
            each -> {
              throw each.refusal(command);
            });
  }

  /** What another runner makes of an empty database, or null where autogen runs the migrations. */
  public @Nullable OtherHistory otherHistory() {
    return others().map(OtherMigrations::result).orElse(null);
  }

  /**
   * The committed migrations that the database lacks, in the order in which they would run.
   *
   * @throws AutogenException if the database is at a revision that is not known
   */
  public List<RevisionScript> pending() {
    return others().isEmpty()
        ? runner().planner().pending()
        : config.database().requireUrl().isHistory() ? List.of() : others().get().pending();
  }

  /** The committed migrations for running. They see the classes that they import. */
  public SourceMigrations runnable() {
    return sources.runnable();
  }

  /**
   * The committed migrations, with one that is not written yet.
   *
   * @param file the file in which it will be written
   */
  public SourceMigrations runnable(Path file, String source) {
    return sources.runnableWith(file, source);
  }

  /** The migrations for reading the history: compiled ones, or else the sources. */
  private MigrationSource readable() {
    return compiled().orElseGet(this::migrations);
  }

  /** The migrations that run on the database: compiled ones, or else the sources. */
  private MigrationSource executable() {
    return compiled().orElseGet(this::runnable);
  }

  private Optional<MigrationSource> compiled() {
    return Optional.ofNullable(surroundings.application())
        .map(application -> application.migrations(config.migrations().packageName()));
  }

  /** Goes on as if a migration were not there, until {@link #refresh}. */
  public void leaveOut(Path file) {
    sources.leaveOut(file);
  }

  /** The revisions that the database says it is at; none at the base. */
  public List<String> current() {
    return others().map(OtherMigrations::current).orElseGet(() -> runner().current());
  }

  /** The failure of a command for which the database must be at the end of the history. */
  public NotUpToDate notUpToDate(List<RevisionScript> pending) {
    return others()
        .map(each -> new NotUpToDate(pending, each.upgradeCommand()))
        .orElseGet(() -> new NotUpToDate(pending, history()));
  }

  /** Makes the next call read the migrations again, because files have changed. */
  public void refresh() {
    sources.refresh();
    others().ifPresent(OtherMigrations::refresh);
  }

  /**
   * Does work that writes migrations while no other command does. The migrations are read again
   * first, so that those which another command wrote are seen.
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

  /** Lets another thread interrupt the command. */
  public Interruption interruption() {
    return interruption;
  }

  /** Whether there may be something to roll back, or a server that autogen runs and has to stop. */
  public boolean isAtWork() {
    ProjectDatabase opened = database;
    return interruption.statements().isConnected()
        || (opened != null && opened.isEmbedded() && !closed);
  }

  /** The settings with which migrations run. */
  public RunSettings runSettings() {
    Set<String> tables = others().map(OtherMigrations::tables).orElse(Set.of());
    return ConfiguredRunSettings.of(config, listener()).withOtherHistories(tables);
  }

  /** The settings with which migrations run on a throwaway database. */
  public RunSettings proofSettings() {
    return runSettings()
        .withListener(RunListener.SILENT)
        .withTransactionPerMigration(true)
        .withUndoneBaseline(UndoneBaseline.ALL);
  }

  /** Connections to the database, which is opened by the first one. */
  private ConnectionSource connections() {
    return new ConnectionSource() {
      @Override
      public Connection open() {
        return database().open();
      }

      @Override
      public ConnectionSource toChange() {
        return database().toChange();
      }
    };
  }

  /** A runner that knows the history and runs no migration. */
  public MigrationRunner runner() {
    return new MigrationRunner(connections(), dialect(), readable(), runSettings());
  }

  /** A runner whose migrations see the classes that they import. */
  public MigrationRunner executor() {
    return new MigrationRunner(connections(), dialect(), executable(), runSettings());
  }

  /** Upgrades a database that autogen itself runs, and that has no other purpose. */
  public void upgradeOwnDatabase() {
    if (others().isPresent()) {
      others().get().migrate(database().toChange());
    } else {
      executor().upgrade("heads");
    }
  }

  /** Runs migrations in many schemas. They see the classes that they import. */
  public SchemaRuns schemaRuns(int parallel) {
    return new SchemaRuns(connections(), dialect(), executable(), runSettings(), parallel);
  }

  /** The shadow of the project; it starts when it is first asked for. */
  public ProjectShadow shadow() {
    return shadow;
  }

  /**
   * The state from which a trial on the shadow starts. It has the database's extensions.
   *
   * @throws SQLException if the database cannot be read
   */
  public ProofStart proofStart(Shadow started) throws SQLException {
    return new ProofStart(
            started, dialect(), runnable(), proofSettings(), prerequisites.statements())
        .after(otherHistory())
        .on(prerequisites::foundations);
  }

  /** What the database's schema needs besides itself. */
  public DatabasePrerequisites prerequisites() {
    return prerequisites;
  }

  /** The database of the project. */
  public ProjectDatabase database() {
    ProjectDatabase opened = database;
    if (opened == null) {
      if (config.database().requireUrl().isHistory()) {
        opened = replayed();
      } else {
        if (surroundings.application() == null || config.database().requireUrl().isEmbedded()) {
          PrivateDirectory.prepare(config);
        }
        opened = ProjectDatabase.of(config, dialect(), surroundings, interruption.statements());
      }
      database = opened;
    }
    return opened;
  }

  /** The database, if it was opened already. */
  Optional<ProjectDatabase> opened() {
    return Optional.ofNullable(database);
  }

  /**
   * Checks that there are classes in which to look for entities. A command in a wrong directory
   * then fails before it creates a database there.
   */
  public void requireEntities() {
    classpath();
  }

  /** Checks the same before a command creates anything in a new project's directory. */
  public void requireEntitiesOfNewProject() {
    if (!Files.exists(config.privateDirectory())) {
      requireEntities();
    }
  }

  /** A shadow with the result of the committed migrations, used as the database. */
  private ProjectDatabase replayed() {
    requireEntities();
    try {
      new ProofStart(shadow.get(), dialect(), runnable(), proofSettings(), List.of())
          .after(otherHistory())
          .replayHeads();
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database failed: " + e.getMessage(), e);
    }
    ConnectionSource prepared = shadow.get().prepared();
    return ProjectDatabase.of(
        otherSchema()
            .map(it -> SchemaShadow.connections(prepared, it, dialect().executionRules()))
            .orElse(prepared),
        dialect());
  }

  /**
   * The schema in which the application finds the tables that another tool makes: that of its
   * address, or the tool's own where no address is known.
   */
  private Optional<String> otherSchema() {
    DatabaseUrl url = config.shadow().versionOf();
    return others()
        .flatMap(
            tool ->
                url == null
                    ? Optional.ofNullable(tool.defaultSchema())
                    : dialect().addresses().schema(url.address()));
  }

  @Override
  public void close() {
    ProjectDatabase opened = database;
    if (opened != null) {
      opened.close();
    }
    shadow.close();
    if (others != null) {
      others.close();
    }
    ApplicationArchive application = surroundings.application();
    if (application != null) {
      application.close();
    }
    closed = true;
  }
}
