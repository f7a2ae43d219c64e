package dev.autogen.model;

import dev.autogen.file.CacheFolder;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a project's own Maven for its class path (compile and runtime scope), once until a POM
 * changes.
 *
 * <p>For a module of a reactor, Maven runs from the reactor's root, so that the class path has the
 * {@code target/classes} of sibling modules instead of the installed jars. For a directory whose
 * POM has modules, the class path is that of all of them.
 */
public final class MavenClasspath {

  private final MavenProject project;
  private final CacheFolder cache;
  private final String name;

  private MavenClasspath(MavenProject project, Path cacheDirectory, List<String> options) {
    this.project = project;
    this.cache = CacheFolder.at(cacheDirectory);
    this.name = "classpath-" + project.fingerprint(options);
  }

  /**
   * The class path of the project in a directory with a {@code pom.xml}.
   *
   * @param directory the project's directory
   * @param cacheDirectory the folder in which the answer is kept; only this user may have access,
   *     since code is loaded from the paths in the answer
   * @param settings how Maven is run
   * @throws AutogenException if Maven is not there or fails, with its own words
   */
  public static ProjectClasspath resolve(
      Path directory, Path cacheDirectory, MavenSettings settings) {
    return of(directory, cacheDirectory, settings).resolve(settings);
  }

  /** Whether the answer is cached, so that there is no need to wait for Maven. */
  public static boolean isCached(Path directory, Path cacheDirectory, MavenSettings settings) {
    return of(directory, cacheDirectory, settings).fromCache().isPresent();
  }

  private static MavenClasspath of(Path directory, Path cacheDirectory, MavenSettings settings) {
    Path absolute = directory.toAbsolutePath().normalize();
    return new MavenClasspath(
        MavenProject.in(absolute), cacheDirectory.toAbsolutePath(), settings.options());
  }

  private ProjectClasspath resolve(MavenSettings settings) {
    Optional<ProjectClasspath> known = fromCache();
    if (known.isPresent()) {
      return known.get();
    }
    ProjectClasspath resolved = combined(new MavenRun(project, settings).outputs());
    try {
      cache.write(name, String.join("\n", lines(resolved)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It is not kept, so that the next command asks Maven again.
    }
    return resolved;
  }

  /**
   * Combines the outputs of the project and everything that they depend on. The modules that a
   * module depends on are built with it and often hold its entities, so they count as the project's
   * own.
   */
  private ProjectClasspath combined(Map<Path, List<Path>> outputs) {
    Set<Path> own = new LinkedHashSet<>();
    Set<Path> dependencies = new LinkedHashSet<>();
    outputs.forEach(
        (output, classpath) -> {
          if (output.startsWith(project.directory()) && !isAggregator(output)) {
            own.add(output);
            dependencies.addAll(classpath);
          }
        });
    dependencies.stream().filter(outputs::containsKey).forEach(own::add);
    Set<Path> all = new LinkedHashSet<>(own);
    all.addAll(dependencies);
    return new ProjectClasspath(List.copyOf(all), List.copyOf(own));
  }

  /** Whether an output is that of a POM which only holds modules together. */
  private boolean isAggregator(Path output) {
    Path base = output.getParent() == null ? output : output.getParent().getParent();
    return base != null && MavenProject.isAggregator(base) && !Files.isDirectory(output);
  }

  /** The cached answer for the same POMs, unless a library has been deleted since. */
  private Optional<ProjectClasspath> fromCache() {
    try {
      List<Path> own = new ArrayList<>();
      List<Path> all = new ArrayList<>();
      String lines = new String(cache.read(name), StandardCharsets.UTF_8);
      for (String line : lines.lines().toList()) {
        Path path = Path.of(line.substring(2));
        all.add(path);
        if (line.startsWith("o ")) {
          own.add(path);
        } else if (path.toString().endsWith(".jar") && !Files.exists(path)) {
          return Optional.empty();
        }
      }
      return Optional.of(new ProjectClasspath(all, own));
    } catch (IOException | StringIndexOutOfBoundsException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(ProjectClasspath classpath) {
    Set<Path> own = Set.copyOf(classpath.ownEntries());
    return classpath.entries().stream()
        .map(entry -> (own.contains(entry) ? "o " : "d ") + entry)
        .toList();
  }
}
