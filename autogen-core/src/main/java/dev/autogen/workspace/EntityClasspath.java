package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.model.MavenClasspath;
import dev.autogen.model.MavenSettings;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.schema.AutogenException;
import dev.autogen.text.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the classes of the entities, from the configuration or else from the project's build. */
public final class EntityClasspath {

  private final Config config;

  private EntityClasspath(Config config) {
    this.config = config;
  }

  /**
   * The class path of a project's entities.
   *
   * @param given the class path that the front end knows, or null
   * @throws AutogenException if there is neither a setting nor a build to ask
   */
  public static ProjectClasspath of(
      Config config, @Nullable ProjectClasspath given, Consumer<String> progress) {
    @Nullable List<String> configured = config.model().classpath();
    if (configured != null) {
      EntityClasspath classpath = new EntityClasspath(config);
      List<Path> entries = new ArrayList<>();
      for (String text : configured) {
        List<Path> expanded = classpath.expand(text);
        if (expanded.isEmpty()) {
          progress.accept("[model] classpath: nothing matches '" + text + "'");
        }
        entries.addAll(expanded);
      }
      return new ProjectClasspath(entries, entries);
    }
    if (given != null) {
      return given;
    }
    if (hasPom(config)) {
      Path cache = ProjectCache.path(config, progress);
      MavenSettings maven = new MavenSettings(config.model().mavenOptions(), config.passwords());
      if (!MavenClasspath.isCached(config.directory(), cache, maven)) {
        progress.accept("asking Maven for the class path (once, until a POM changes)");
      }
      return MavenClasspath.resolve(config.directory(), cache, maven);
    }
    if (GradleClasspath.isBuilder(config.directory())) {
      throw AutogenException.usage(
          "There is no class path to look for entities in: Gradle knows it.\n"
              + String.join("\n", GradleClasspath.advice(config.directory())));
    }
    throw AutogenException.usage(
        "There is no class path to look for entities in: "
            + config.directory()
            + " has no pom.xml. Name jars and folders under [model] classpath in autogen.toml, or"
            + " pass --classpath.");
  }

  /**
   * The class path on which another tool's libraries may be: that of the entities, or nothing where
   * no build tells it. That tool's migrations can be tried without entities.
   *
   * @param given the class path that the front end knows, or null
   * @param tool the tool's name
   */
  static ProjectClasspath ofTool(
      Config config, @Nullable ProjectClasspath given, String tool, Consumer<String> progress) {
    if (config.model().classpath() != null || given != null || hasPom(config)) {
      return of(config, given, progress);
    }
    progress.accept(
        "the project's class path is not known, so that the "
            + tool
            + " that comes with autogen runs the migrations; [model] classpath names it");
    return new ProjectClasspath(List.of(), List.of());
  }

  /** The command that compiles the entities, for messages. */
  public static String buildCommand(Config config) {
    if (hasPom(config)) {
      return "mvn compile";
    }
    return GradleClasspath.isBuilder(config.directory()) ? "gradle classes" : "your build";
  }

  private static boolean hasPom(Config config) {
    return Files.isRegularFile(config.directory().resolve("pom.xml"));
  }

  /** The entry itself, or the files that its glob matches, sorted. */
  private List<Path> expand(String text) {
    int star = indexOfGlob(text);
    if (star < 0) {
      return List.of(config.directory().resolve(text).normalize());
    }
    int slash = text.lastIndexOf('/', star);
    Path base = config.directory().resolve(slash < 0 ? "" : text.substring(0, slash + 1));
    String glob = text.substring(slash + 1);
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    Glob matcher = Glob.ofPaths(glob);
    boolean deep = glob.contains("**") || glob.contains("/");
    List<Path> found = new ArrayList<>();
    try {
      // A walk does not follow a link, not even at its start.
      Path real = base.toRealPath();
      try (Stream<Path> files = Files.walk(real, deep ? Integer.MAX_VALUE : 1)) {
        files
            .map(real::relativize)
            .filter(file -> !file.toString().isEmpty() && matcher.matches(slashed(file)))
            .map(file -> base.resolve(file).normalize())
            .sorted()
            .forEach(found::add);
      }
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + base + ": " + e.getMessage(), e);
    }
    return found;
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static int indexOfGlob(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[{".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
