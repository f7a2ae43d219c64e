package dev.autogen.authoring;

import dev.autogen.dialect.Dialect;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.SchemaShadow;
import dev.autogen.shadow.Shadow;
import dev.autogen.workspace.FlywayMigrations;
import dev.autogen.workspace.LiquibaseMigrations;
import dev.autogen.workspace.OtherMigrations;
import dev.autogen.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How migrations are written as SQL for the tool that runs them in a project. */
public sealed interface SqlFormat permits FlywayFormat, LiquibaseFormat {

  /** The format of a project; empty where autogen itself runs its migrations. */
  static Optional<SqlFormat> of(Workspace workspace) {
    return workspace
        .others()
        .map(
            migrations ->
                switch (workspace.config().migrations().sql().format()) {
                  case JAVA -> throw new IllegalStateException("autogen runs them");
                  case FLYWAY -> new FlywayFormat(workspace, (FlywayMigrations) migrations);
                  case LIQUIBASE ->
                      new LiquibaseFormat(workspace, (LiquibaseMigrations) migrations);
                });
  }

  /** The committed migrations. */
  OtherMigrations migrations();

  /** A shadow on which the tool's SQL finds its names. */
  default Shadow inDefaultSchema(Shadow shadow, Dialect dialect) {
    return SchemaShadow.of(shadow, migrations().defaultSchema(), dialect.executionRules());
  }

  /**
   * A migration that is not written yet.
   *
   * @throws AutogenException if the request asks for what the tool does not have
   */
  SqlFiles draft(RevisionRequest request, String message, SqlDraft upgrade, SqlDraft downgrade);

  /**
   * Lets the tool run files that are not written yet, behind all that are.
   *
   * @param connections a throwaway database at the end of the history
   * @param files the texts of new and changed files
   * @throws AutogenException if the tool refuses or the migration fails, in the tool's words
   */
  void run(ConnectionSource connections, Map<Path, String> files);

  /**
   * Where a committed migration stands.
   *
   * @param id the migration as a revision
   * @throws AutogenException if its file cannot be read
   */
  SqlSource source(String id);

  /** The committed migrations in the order in which the tool runs them. */
  List<CommittedSql> committed();
}
