package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.history.RevisionGraph;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunSettings;
import dev.autogen.run.SourceMigrations;
import dev.autogen.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a project share: its settings, its committed migrations, and the databases,
 * which are not touched before somebody asks for one.
 */
final class ProjectContext implements AutoCloseable {

  private final Config config;
  private final ProjectSurroundings surroundings;
  private final SourceMigrations migrations;
  private final ProjectShadow shadow;
  private @Nullable ProjectDatabase database;

  ProjectContext(Config config, ProjectSurroundings surroundings) {
    this.config = config;
    this.surroundings = surroundings;
    this.migrations = ProjectMigrations.history(config);
    this.shadow = new ProjectShadow(config, surroundings.listener()::progress);
  }

  Config config() {
    return config;
  }

  /** The migrations as their sources say, without the classes that they import. */
  SourceMigrations migrations() {
    return migrations;
  }

  RevisionGraph history() {
    return migrations.history();
  }

  ProjectShadow shadow() {
    return shadow;
  }

  EntityComparison model() {
    return new EntityComparison(config, surroundings, runSettings().ownTables());
  }

  RevisionProof proof() {
    return new RevisionProof(config, surroundings, runSettings());
  }

  /** The migrations as they are on disk now, with the classes that they import. */
  SourceMigrations runnable() {
    return ProjectMigrations.runnable(config, surroundings);
  }

  RunSettings runSettings() {
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

  /** A runner that knows the history, and runs nothing. */
  MigrationRunner runner() {
    return new MigrationRunner(
        () -> database().open(), ProjectDatabase.dialect(config), migrations, runSettings());
  }

  /** A runner whose migrations see the classes that they import. */
  MigrationRunner executor() {
    return new MigrationRunner(
        () -> database().open(), ProjectDatabase.dialect(config), runnable(), runSettings());
  }

  ProjectDatabase database() {
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
