package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.config.MigrationFormat;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.run.source.CompiledClasses;
import dev.autogen.run.source.SourceMigrations;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The committed migrations of a project. They are read once, until they change. */
public final class MigrationSources {

  /** An import that is neither Java's own nor autogen's. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?m)^[ \\t\\f]*+import\\s++(?:static\\s++)?+(?!javax?\\.|dev\\.autogen\\.|org\\.postgresql\\.)");

  private final Workspace workspace;
  private @Nullable SourceMigrations history;
  private @Nullable SourceMigrations runnable;

  MigrationSources(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The migrations for reading the history. Those that need the project's classes cannot run. */
  synchronized SourceMigrations history() {
    if (history == null) {
      Config config = workspace.config();
      ProjectCache.clearFormer(config);
      boolean java = config.migrations().sql().format() == MigrationFormat.JAVA;
      history =
          of(
              ScriptDirectories.read(java ? config.migrations().directories() : List.of()),
              List.of());
    }
    return history;
  }

  /** The migrations for running. They see the classes that they import. */
  synchronized SourceMigrations runnable() {
    if (runnable == null) {
      runnable = runnable(history());
    }
    return runnable;
  }

  /** The migrations for running, with one that is not written yet. */
  SourceMigrations runnableWith(Path file, String source) {
    return runnable(of(history().content().with(file, source), List.of()))
        .withChecksumsOf(runnable());
  }

  /** Goes on as if a migration were not there, until {@link #refresh}. */
  synchronized void leaveOut(Path file) {
    history = of(history().content().without(file), List.of());
    runnable = null;
  }

  /** Makes the next call read the migrations again, because files have changed. */
  synchronized void refresh() {
    history = null;
    runnable = null;
  }

  /**
   * The same migrations with the project's classes, if one of them imports any. The build is not
   * asked for its class path otherwise, because that takes long.
   */
  private SourceMigrations runnable(SourceMigrations sources) {
    return sources.anySource(MigrationSources::importsForeignClasses)
        ? of(sources.content(), workspace.classpath().entries())
        : sources;
  }

  private SourceMigrations of(ScriptDirectories.Content content, List<Path> classpath) {
    ProjectListener listener = workspace.listener();
    return new SourceMigrations(
        content,
        classpath,
        new CompiledClasses(
            ProjectCache.folder(workspace.config()).below("classes"), listener::warning),
        listener::compiling);
  }

  /** Whether a source imports anything that is neither Java's own nor autogen's. */
  public static boolean importsForeignClasses(String source) {
    return FOREIGN.matcher(source).find();
  }
}
