package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.model.ProjectClasspath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds sources that were edited after their classes were compiled. Entities are read from classes,
 * so such an edit would be missed.
 */
public final class StaleClasses {

  private final Path sources;
  private final List<Path> migrations;
  private final List<Path> classes;

  private StaleClasses(Config config, ProjectClasspath classpath) {
    this.sources = config.directory().resolve("src/main/java");
    this.migrations = config.migrations().directories();
    this.classes = classpath.ownEntries().stream().filter(Files::isDirectory).toList();
  }

  /** The warning for the user, or empty where every class is newer than its source. */
  public static Optional<String> warning(Config config, ProjectClasspath classpath) {
    List<Path> edited = new StaleClasses(config, classpath).edited();
    if (edited.isEmpty()) {
      return Optional.empty();
    }
    String more = edited.size() > 1 ? " and " + (edited.size() - 1) + " more" : "";
    return Optional.of(
        config.directory().relativize(edited.get(0))
            + more
            + " changed since the classes were compiled, which is what autogen reads; run '"
            + EntityClasspath.buildCommand(config)
            + "' first.");
  }

  private List<Path> edited() {
    if (classes.isEmpty() || !Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> migrations.stream().noneMatch(file::startsWith))
          .filter(this::isNewer)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // a folder that cannot be read gives no hint
    }
  }

  private boolean isNewer(Path source) {
    String name = sources.relativize(source).toString().replaceAll("java$", "class");
    for (Path folder : classes) {
      Path compiled = folder.resolve(name);
      if (Files.exists(compiled)) {
        return source.toFile().lastModified() > compiled.toFile().lastModified();
      }
    }
    return !name.endsWith("-info.class");
  }
}
