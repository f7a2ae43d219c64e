package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.run.SourceMigrations;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The committed migrations of a project, compiled as they run. */
final class ProjectMigrations {

  /** An import of what is neither Java's own nor autogen's. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?m)^\\s*import\\s++(?:static\\s++)?+(?!javax?\\.|dev\\.autogen\\.|org\\.postgresql\\.)");

  private ProjectMigrations() {}

  /** The migrations to read the history from: none of them can run that needs the project. */
  static SourceMigrations history(Config config) {
    return of(config, List.of());
  }

  /**
   * The migrations to run. They see the project's classes where one of them imports any; to ask a
   * build for its class path takes too long to do it in vain.
   */
  static SourceMigrations runnable(Config config, ProjectSurroundings surroundings) {
    if (config.migrations().directories().stream()
        .noneMatch(ProjectMigrations::importsForeignClasses)) {
      return history(config);
    }
    return of(
        config,
        EntityClasspath.of(config, surroundings.classpath(), surroundings.listener()::progress)
            .entries());
  }

  private static SourceMigrations of(Config config, List<Path> classpath) {
    return new SourceMigrations(
        config.migrations().directories(),
        classpath,
        config.privateDirectory().resolve("migrations"));
  }

  /** Whether a source imports what is neither Java's own nor autogen's. */
  static boolean importsForeignClasses(String source) {
    return FOREIGN.matcher(source).find();
  }

  private static boolean importsForeignClasses(Path directory) {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .anyMatch(file -> importsForeignClasses(ScriptDirectories.text(file)));
    } catch (IOException e) {
      throw AutogenException.failed("cannot read the directory " + directory + ": " + e, e);
    }
  }
}
