package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.run.SourceMigrations;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The committed migrations of a project, compiled as they run. */
final class ProjectMigrations {

  /** An import of what is neither Java's own nor autogen's. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?m)^[ \\t\\f]*+import\\s++(?:static\\s++)?+(?!javax?\\.|dev\\.autogen\\.|org\\.postgresql\\.)");

  private ProjectMigrations() {}

  /** The migrations to read the history from: none of them can run that needs the project. */
  static SourceMigrations history(Config config, ProjectSurroundings surroundings) {
    return of(config, surroundings, List.of());
  }

  /**
   * The migrations to run. They see the project's classes where one of them imports any; to ask a
   * build for its class path takes too long to do it in vain.
   */
  static SourceMigrations runnable(Config config, ProjectSurroundings surroundings) {
    return runnable(config, surroundings, history(config, surroundings));
  }

  /** The same for a history that was read. */
  static SourceMigrations runnable(
      Config config, ProjectSurroundings surroundings, SourceMigrations history) {
    if (!history.anySource(ProjectMigrations::importsForeignClasses)) {
      return history;
    }
    return of(
        config,
        surroundings,
        EntityClasspath.of(config, surroundings.classpath(), surroundings.listener()::progress)
            .entries());
  }

  private static SourceMigrations of(
      Config config, ProjectSurroundings surroundings, List<Path> classpath) {
    return new SourceMigrations(
        config.migrations().directories(),
        classpath,
        config.privateDirectory().resolve("migrations"),
        surroundings.listener()::compiling);
  }

  /** Whether a source imports what is neither Java's own nor autogen's. */
  static boolean importsForeignClasses(String source) {
    return FOREIGN.matcher(source).find();
  }
}
