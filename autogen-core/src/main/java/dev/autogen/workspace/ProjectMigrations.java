package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.config.MigrationFormat;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.run.RunSettings;
import dev.autogen.run.source.CompiledClasses;
import dev.autogen.run.source.SourceMigrations;
import dev.autogen.schema.QualifiedName;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The committed migrations of a project, and the settings with which they run. */
public final class ProjectMigrations {

  /** An import that is neither Java's own nor autogen's. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?m)^[ \\t\\f]*+import\\s++(?:static\\s++)?+(?!javax?\\.|dev\\.autogen\\.|org\\.postgresql\\.)");

  private ProjectMigrations() {}

  /** The migrations for reading the history. Those that need the project's classes cannot run. */
  static SourceMigrations history(Config config, ProjectListener listener) {
    boolean java = config.migrations().sql().format() == MigrationFormat.JAVA;
    return of(
        config,
        listener,
        ScriptDirectories.read(java ? config.migrations().directories() : List.of()));
  }

  /**
   * The migrations for running. They see the project's classes if one of them imports any. The
   * build is not asked for its class path otherwise, because that takes long.
   */
  static SourceMigrations runnable(SourceMigrations history, Workspace workspace) {
    if (!history.anySource(ProjectMigrations::importsForeignClasses)) {
      return history;
    }
    return of(
        workspace.config(),
        workspace.listener(),
        history.content(),
        workspace.classpath().entries());
  }

  /** The migrations of sources that were read, without the project's classes. */
  static SourceMigrations of(
      Config config, ProjectListener listener, ScriptDirectories.Content content) {
    return of(config, listener, content, List.of());
  }

  private static SourceMigrations of(
      Config config,
      ProjectListener listener,
      ScriptDirectories.Content content,
      List<Path> classpath) {
    return new SourceMigrations(
        content,
        classpath,
        new CompiledClasses(ProjectCache.folder(config).below("classes"), listener::warning),
        listener::compiling);
  }

  /** Whether a source imports anything that is neither Java's own nor autogen's. */
  public static boolean importsForeignClasses(String source) {
    return FOREIGN.matcher(source).find();
  }

  /** The settings with which a configuration lets migrations run. */
  static RunSettings runSettings(Config config, ProjectListener listener) {
    RunSettings settings =
        RunSettings.DEFAULT
            .withLockWait(config.runner().lockWait())
            .withLockTimeout(config.runner().lockTimeout(), config.runner().retryFor())
            .withTransactionPerMigration(config.runner().transactionPerMigration())
            .withArguments(config.runner().arguments())
            .withTag(config.runner().tag())
            .withListener(listener);
    return settings.withVersionTable(versionTable(config, settings.versionTable().name()));
  }

  private static QualifiedName versionTable(Config config, String usual) {
    String table = config.migrations().versionTable();
    @Nullable String schema = config.migrations().versionSchema();
    String name = table == null ? usual : table;
    int dot = name.indexOf('.');
    if (schema == null) {
      return dot < 0
          ? QualifiedName.of(name)
          : QualifiedName.of(name.substring(0, dot), name.substring(dot + 1));
    }
    return QualifiedName.of(schema, name);
  }
}
