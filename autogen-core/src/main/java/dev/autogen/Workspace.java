package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.file.WriterLock;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunSettings;
import dev.autogen.run.RunningStatements;
import dev.autogen.run.SourceMigrations;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.tenant.SchemaRuns;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a project share: its settings, its committed migrations, and the databases,
 * which are not touched before somebody asks for one.
 */
final class Workspace implements AutoCloseable {

  private final Config config;
  private final ProjectSurroundings surroundings;
  private final ProjectShadow shadow;
  private final RunningStatements statements = new RunningStatements();
  private final Object gate = new Object();
  private boolean interrupted;
  private @Nullable SourceMigrations migrations;
  private volatile @Nullable ProjectDatabase database;
  private volatile boolean closed;

  Workspace(Config config, ProjectSurroundings surroundings) {
    this.config = config;
    this.surroundings = surroundings;
    this.shadow = new ProjectShadow(config, surroundings, this::databaseVersion, statements);
  }

  ProjectListener listener() {
    return surroundings.listener();
  }

  Config config() {
    return config;
  }

  /** The migrations as their sources say, without the classes that they import. */
  synchronized SourceMigrations migrations() {
    if (migrations == null) {
      ProjectCache.clearFormer(config);
      migrations = ProjectMigrations.history(config, surroundings);
    }
    return migrations;
  }

  RevisionGraph history() {
    return migrations().history();
  }

  /**
   * Does work that writes migrations, as no other command does meanwhile. It begins with what is
   * there then: what another command has written is not overlooked.
   *
   * @throws AutogenException if another command takes too long
   */
  <R> R writing(Supplier<R> work) {
    try (WriterLock lock = ProjectLock.acquire(config, surroundings.listener()::progress)) {
      synchronized (this) {
        migrations = null;
      }
      surroundings.listener().writing();
      return work.get();
    }
  }

  ProjectShadow shadow() {
    return shadow;
  }

  ProjectSurroundings surroundings() {
    return surroundings;
  }

  EntityComparison model() {
    return model(surroundings.listener());
  }

  /** A comparison with the entities that tells somebody else of it. */
  EntityComparison model(ProjectListener listener) {
    return new EntityComparison(
        config, surroundings.withListener(listener), runSettings().ownTables(), deputy(listener));
  }

  /** The shadow answers for the database, unless it stands in its place anyhow. */
  private SchemaComparison.Deputy deputy(ProjectListener listener) {
    return config.database().requireUrl().isHistory()
        ? SchemaComparison.Deputy.NONE
        : new ShadowDeputy(
            shadow,
            started -> proof().base(started, database()),
            ProjectDatabase.dialect(config),
            listener);
  }

  RevisionProof proof() {
    return new RevisionProof(config, surroundings, runSettings());
  }

  /** The migrations as they are on disk now, with the classes that they import. */
  SourceMigrations runnable() {
    return ProjectMigrations.runnable(config, surroundings, Map.of());
  }

  /** The same together with a revision that is not written yet. */
  SourceMigrations runnable(WrittenRevision draft) {
    return ProjectMigrations.runnable(config, surroundings, Map.of(draft.path(), draft.source()));
  }

  /**
   * Writes a revision that is whole but for its file, and lets the project's own commands have it.
   *
   * @throws AutogenException if the command was interrupted before, or the file cannot be written;
   *     or if one of those commands fails, and then the file stays
   */
  WrittenRevision written(RevisionWriter writer, WrittenRevision draft) {
    synchronized (gate) {
      if (interrupted) {
        throw AutogenException.failed("The command was interrupted; nothing was written.", null);
      }
      writer.write(draft.path(), draft.source());
      surroundings.listener().wrote(draft.path());
    }
    new WriteHooks(config, surroundings.listener()::progress).run(draft.path());
    return draft.withSource(ScriptDirectories.text(draft.path()));
  }

  /** Ends what runs on the databases, and lets nothing be written any more. */
  void interrupt() {
    synchronized (gate) {
      interrupted = true;
    }
    statements.cancel();
  }

  /** Takes the connections away from what does not end by {@link #interrupt}. */
  void abort() {
    statements.abort();
  }

  /** Whether there may be something to roll back, or a server of autogen's own to stop. */
  boolean isAtWork() {
    ProjectDatabase opened = database;
    return statements.isConnected() || (opened != null && opened.isEmbedded() && !closed);
  }

  /**
   * Makes sure that a source which is not written yet is that revision.
   *
   * @throws AutogenException if it is not, or follows others, or does not compile
   */
  void requireMigration(WrittenRevision draft) {
    SourceMigrations now = runnable(draft);
    RevisionScript script = now.history().get(draft.id());
    if (!script.revises().equals(draft.revises())) {
      throw AutogenException.usage("Its @Revision is not what ${annotation} says.");
    }
    now.migration(script);
  }

  RunSettings runSettings() {
    RunSettings settings =
        RunSettings.DEFAULT
            .withLockWait(config.runner().lockWait())
            .withLockTimeout(config.runner().lockTimeout(), config.runner().retryFor())
            .withTransactionPerMigration(config.runner().transactionPerMigration())
            .withArguments(config.runner().arguments())
            .withTag(config.runner().tag())
            .withListener(surroundings.listener());
    return settings.withVersionTable(versionTable(settings.versionTable().name()));
  }

  private QualifiedName versionTable(String usual) {
    String table = config.migrations().versionTable();
    String schema = config.migrations().versionSchema();
    String name = table == null ? usual : table;
    int dot = name.indexOf('.');
    if (schema == null) {
      return dot < 0
          ? QualifiedName.of(name)
          : QualifiedName.of(name.substring(0, dot), name.substring(dot + 1));
    }
    return QualifiedName.of(schema, name);
  }

  /** A runner that knows the history, and runs nothing. */
  MigrationRunner runner() {
    return new MigrationRunner(
        () -> database().open(), ProjectDatabase.dialect(config), migrations(), runSettings());
  }

  /** A runner whose migrations see the classes that they import. */
  MigrationRunner executor() {
    return new MigrationRunner(
        () -> database().open(),
        ProjectDatabase.dialect(config),
        ProjectMigrations.runnable(config, surroundings, migrations()),
        runSettings());
  }

  /** Runs in many schemas, whose migrations see the classes that they import. */
  SchemaRuns schemaRuns(int parallel) {
    return new SchemaRuns(
        () -> database().open(),
        ProjectDatabase.dialect(config),
        ProjectMigrations.runnable(config, surroundings, migrations()),
        runSettings(),
        parallel);
  }

  ProjectDatabase database() {
    ProjectDatabase opened = database;
    if (opened == null) {
      if (config.database().requireUrl().isHistory()) {
        opened = replayed();
      } else {
        PrivateDirectory.prepare(config);
        opened = ProjectDatabase.of(config, surroundings, statements);
      }
      database = opened;
    }
    return opened;
  }

  /** The version of the database, unless the shadow stands in its place or nobody looked yet. */
  private Optional<ThrowawayRules.Version> databaseVersion() {
    ProjectDatabase opened = database;
    return opened == null || config.database().requireUrl().isHistory()
        ? Optional.empty()
        : Optional.of(opened.version(ProjectDatabase.dialect(config)));
  }

  /**
   * Makes sure that there are classes to look for entities in: called in a wrong directory, a
   * command should say so before it makes a database there.
   */
  void requireEntities() {
    EntityClasspath.of(config, surroundings.classpath(), surroundings.listener()::progress);
  }

  /** The same before a command makes anything at all in a directory. */
  void requireEntitiesOfNewProject() {
    if (!Files.exists(config.privateDirectory())) {
      requireEntities();
    }
  }

  /** What the committed migrations make of an empty database, in place of a database. */
  private ProjectDatabase replayed() {
    requireEntities();
    proof().replay(shadow.get());
    return ProjectDatabase.of(shadow.get(), ProjectDatabase.dialect(config));
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
