package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.run.CompiledClasses;
import dev.autogen.run.SourceMigrations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    return of(config, surroundings, read(config, Map.of()), List.of());
  }

  /**
   * The migrations to run. They see the project's classes where one of them imports any; to ask a
   * build for its class path takes too long to do it in vain.
   *
   * @param unwritten the texts of sources that are taken as if they were written already
   */
  static SourceMigrations runnable(
      Config config, ProjectSurroundings surroundings, Map<Path, String> unwritten) {
    ScriptDirectories.Content content = read(config, unwritten);
    return runnable(config, surroundings, of(config, surroundings, content, List.of()));
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
        history.content(),
        EntityClasspath.of(config, surroundings.classpath(), surroundings.listener()::progress)
            .entries());
  }

  private static ScriptDirectories.Content read(Config config, Map<Path, String> unwritten) {
    return ScriptDirectories.read(config.migrations().directories(), unwritten);
  }

  private static SourceMigrations of(
      Config config,
      ProjectSurroundings surroundings,
      ScriptDirectories.Content content,
      List<Path> classpath) {
    return new SourceMigrations(
        content,
        classpath,
        new CompiledClasses(
            ProjectCache.folder(config).below("classes"), surroundings.listener()::warning),
        surroundings.listener()::compiling);
  }

  /** Whether a source imports what is neither Java's own nor autogen's. */
  static boolean importsForeignClasses(String source) {
    return FOREIGN.matcher(source).find();
  }
}
