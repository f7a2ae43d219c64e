package dev.autogen.workspace;

import dev.autogen.config.DatabaseUrl;
import dev.autogen.dialect.ThrowawayRules.Version;
import dev.autogen.run.RunningStatements;
import dev.autogen.schema.AutogenException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the version of a project's database, on which proofs shall run. */
final class DatabaseVersion {

  private final Workspace workspace;
  private final RunningStatements statements;

  /**
   * Opens nothing yet.
   *
   * @param statements tracks the statements that run on the connection
   */
  DatabaseVersion(Workspace workspace, RunningStatements statements) {
    this.workspace = workspace;
    this.statements = statements;
  }

  /**
   * The version of the database that the command works on. Where the history takes its place, that
   * of the configured one, if it can be reached. Empty where there is none.
   */
  Optional<Version> found() {
    DatabaseUrl url = workspace.config().database().requireUrl();
    return url.isHistory()
        ? Optional.ofNullable(asked(workspace.config().shadow().versionOf()))
        : workspace.opened().map(ProjectDatabase::version);
  }

  /** The version that the address of a database of autogen's own names; else empty. */
  Optional<String> named() {
    DatabaseUrl url = workspace.config().shadow().versionOf();
    return url == null ? Optional.empty() : url.embeddedVersion();
  }

  private @Nullable Version asked(@Nullable DatabaseUrl url) {
    boolean decided =
        workspace.config().shadow().version() != null || workspace.config().shadow().url() != null;
    if (url == null || url.isEmbedded() || decided) {
      return null;
    }
    try {
      return ProjectDatabase.of(url, workspace.dialect(), statements).version();
    } catch (AutogenException e) {
      workspace
          .listener()
          .warning(
              e.getMessage()
                  + "\nSo the throwaway database is the PostgreSQL that comes with autogen, which"
                  + " may be another version than the database; [shadow] version = 14 settles for"
                  + " one.");
      return null;
    }
  }
}
