package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a project's settings: what the caller says, then the environment, then {@code .env}, then
 * {@code autogen.toml}, then the settings of a framework.
 */
public final class ConfigReader {

  /** The name of the configuration file. */
  public static final String FILE_NAME = "autogen.toml";

  private static final String DEFAULT_DIRECTORY = "src/main/java/db/migrations";
  private static final String DEFAULT_PACKAGE = "db.migrations";
  private static final Duration LOCK_WAIT = Duration.ofMinutes(5);
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RETRY_FOR = Duration.ofMinutes(1);

  private static final Set<String> KEYS =
      Set.of(
          "database.url",
          "model.classpath",
          "model.packages",
          "model.persistence-unit",
          "migrations.directory",
          "migrations.package",
          "migrations.file-template",
          "migrations.version-table",
          "diff.ignore",
          "diff.include",
          "diff.compare-types",
          "diff.compare-server-defaults",
          "diff.compare-comments",
          "diff.compare-checks",
          "diff.database-only",
          "diff.renames",
          "diff.operation-filter",
          "runner.lock-wait",
          "runner.lock-timeout",
          "runner.retry-for",
          "shadow.url");

  private static final Set<String> OPEN_TABLES = Set.of("model.properties");

  private ConfigReader() {}

  /** Every key that the file may have, sorted; {@code model.properties} takes any below it. */
  public static SortedSet<String> keys() {
    SortedSet<String> keys = new TreeSet<>(KEYS);
    keys.addAll(OPEN_TABLES);
    return keys;
  }

  /**
   * The settings of a project.
   *
   * @throws AutogenException if a file cannot be read, or says something that means nothing
   */
  public static Config read(ConfigRequest request) {
    Path directory = directory(request);
    Path file = file(request, directory);
    Map<String, String> dotEnv = DotEnv.read(directory.resolve(".env"));
    Map<String, String> all = new HashMap<>(dotEnv);
    all.putAll(request.environment());
    TomlFile toml =
        file == null ? null : TomlFile.read(file, new Variables(all), KEYS, OPEN_TABLES);
    String unit = string(toml, "model.persistence-unit");
    Config.Database database =
        new DatabaseSearch(directory, all, request.environment(), dotEnv)
            .find(request.url(), () -> string(toml, "database.url"), unit);
    List<String> classpath =
        request.classpath().isEmpty() ? strings(toml, "model.classpath") : request.classpath();
    return new Config(
        directory,
        Optional.ofNullable(file),
        database,
        new Config.Model(
            classpath,
            strings(toml, "model.packages"),
            unit,
            modelProperties(toml, directory, new Variables(all))),
        migrations(toml, directory),
        diff(toml),
        new Config.Runner(
            duration(toml, "runner.lock-wait", LOCK_WAIT),
            duration(toml, "runner.lock-timeout", LOCK_TIMEOUT),
            duration(toml, "runner.retry-for", RETRY_FOR),
            Map.of()),
        shadow(toml),
        origins(file, database, dotEnv));
  }

  /** What the application's framework says, and over it what the file says. */
  private static Map<String, String> modelProperties(
      @Nullable TomlFile toml, Path directory, Variables variables) {
    Map<String, String> properties = new HashMap<>(FrameworkModel.properties(directory, variables));
    if (toml != null) {
      properties.putAll(toml.stringsBelow("model.properties"));
    }
    return properties;
  }

  private static Path directory(ConfigRequest request) {
    Path directory = request.directory();
    if (directory == null) {
      Path file = request.file();
      directory = file == null ? Path.of("") : file.toAbsolutePath().getParent();
    }
    if (!Files.isDirectory(directory)) {
      throw AutogenException.usage("The directory " + directory + " does not exist.");
    }
    return directory.toAbsolutePath().normalize();
  }

  private static @Nullable Path file(ConfigRequest request, Path directory) {
    Path explicit = request.file();
    if (explicit != null) {
      if (!Files.isRegularFile(explicit)) {
        throw AutogenException.usage("The configuration file " + explicit + " does not exist.");
      }
      return explicit.toAbsolutePath().normalize();
    }
    Path usual = directory.resolve(FILE_NAME);
    return Files.isRegularFile(usual) ? usual : null;
  }

  private static Config.Migrations migrations(@Nullable TomlFile toml, Path directory) {
    String packageName = string(toml, "migrations.package");
    String folder = string(toml, "migrations.directory");
    if (folder == null) {
      folder =
          packageName == null
              ? DEFAULT_DIRECTORY
              : "src/main/java/" + packageName.replace('.', '/');
    }
    return new Config.Migrations(
        directory.resolve(folder).normalize(),
        packageName == null ? DEFAULT_PACKAGE : packageName,
        string(toml, "migrations.file-template"),
        string(toml, "migrations.version-table"));
  }

  private static Config.Diff diff(@Nullable TomlFile toml) {
    return new Config.Diff(
        strings(toml, "diff.ignore"),
        strings(toml, "diff.include"),
        unlessFalse(toml, "diff.compare-types"),
        unlessFalse(toml, "diff.compare-server-defaults"),
        unlessFalse(toml, "diff.compare-comments"),
        unlessFalse(toml, "diff.compare-checks"),
        strings(toml, "diff.database-only"),
        strings(toml, "diff.renames"),
        toml == null ? List.of() : toml.oneOrMore("diff.operation-filter"));
  }

  private static boolean unlessFalse(@Nullable TomlFile toml, String key) {
    return toml == null || toml.bool(key, true);
  }

  private static Duration duration(@Nullable TomlFile toml, String key, Duration fallback) {
    String text = string(toml, key);
    if (toml == null || text == null) {
      return fallback;
    }
    return Durations.parse(text)
        .orElseThrow(
            () ->
                AutogenException.usage(
                    toml.place(key)
                        + " must be a time such as \"30s\" or \"5m\", not \""
                        + text
                        + "\"."));
  }

  private static Config.Shadow shadow(@Nullable TomlFile toml) {
    String url = string(toml, "shadow.url");
    return new Config.Shadow(url == null ? null : DatabaseUrl.parse(url));
  }

  private static List<String> origins(
      @Nullable Path file, Config.Database database, Map<String, String> dotEnv) {
    List<String> origins = new ArrayList<>();
    origins.add(
        file == null ? "configuration: no " + FILE_NAME + ", defaults" : "configuration: " + file);
    if (!dotEnv.isEmpty()) {
      origins.add(".env: " + String.join(", ", new TreeMap<>(dotEnv).keySet()));
    }
    if (database.url() != null) {
      origins.add("database: " + database.url() + ", from " + database.origin());
    }
    return origins;
  }

  private static @Nullable String string(@Nullable TomlFile toml, String key) {
    return toml == null ? null : toml.string(key);
  }

  private static List<String> strings(@Nullable TomlFile toml, String key) {
    return toml == null ? List.of() : toml.strings(key);
  }
}
