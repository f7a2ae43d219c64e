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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a project's settings. The caller's settings come first, then the environment, then {@code
 * .env}, then {@code autogen.toml}, then the settings of a framework.
 */
public final class ConfigReader {

  /** The name of the configuration file. */
  public static final String FILE_NAME = "autogen.toml";

  private static final Duration LOCK_WAIT = Duration.ofMinutes(5);
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RETRY_FOR = Duration.ofMinutes(1);

  private static final Set<String> OTHER_KEYS =
      Set.of(
          "database.url",
          "database.user",
          "database.password",
          "database.password-file",
          "model.classpath",
          "model.packages",
          "model.persistence-unit",
          "model.mapping-files",
          "model.maven-options",
          "diff.ignore",
          "diff.include",
          "diff.compare-types",
          "diff.compare-server-defaults",
          "diff.compare-comments",
          "diff.compare-checks",
          "diff.database-only",
          "diff.renames",
          "diff.operation-filter",
          "diff.keep",
          "lint.ignore",
          "lint.level",
          "lint.since",
          "lint.large-tables",
          "runner.lock-wait",
          "runner.lock-timeout",
          "runner.retry-for",
          "runner.transaction-per-migration",
          "runner.verify",
          "shadow.url",
          "shadow.user",
          "shadow.password",
          "shadow.password-file",
          "shadow.version");

  private static final Set<String> KEYS =
      Stream.of(OTHER_KEYS, MigrationSettings.KEYS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> OPEN_TABLES =
      Set.of("model.properties", LiquibaseSettings.PARAMETERS);

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
   * @throws AutogenException if a file cannot be read, or holds a setting that has no meaning
   */
  public static Config read(ConfigRequest request) {
    Path directory = directory(request);
    Path file = file(request, directory);
    Map<String, String> dotEnv = DotEnv.read(directory.resolve(".env"));
    Map<String, String> all = new HashMap<>(dotEnv);
    all.putAll(request.environment());
    Variables variables = new Variables(all);
    TomlFile toml =
        file == null
            ? TomlFile.none(variables, request.name())
            : TomlFile.read(file, variables, request.name(), KEYS, OPEN_TABLES);
    String unit = string(toml, "model.persistence-unit");
    ApplicationPlaces places = new ApplicationPlaces(directory, request.application());
    DeliveredSettings delivered = new DeliveredSettings(places, variables);
    Config.Database database =
        new DatabaseSearch(places, all, request.environment(), dotEnv, toml)
            .find(request.url(), unit)
            .withWarnings(delivered.warnings());
    @Nullable List<String> classpath =
        request.classpath().isEmpty() ? classpath(toml) : request.classpath();
    return new Config(
        directory,
        Optional.ofNullable(file),
        database,
        new Config.Model(
            classpath,
            strings(toml, "model.packages"),
            unit,
            mappingFiles(toml, directory, variables),
            modelProperties(toml, directory, variables),
            mavenOptions(request, toml)),
        MigrationSettings.read(toml, directory, delivered, variables),
        diff(toml),
        new Config.Runner(
            duration(toml, "runner.lock-wait", LOCK_WAIT),
            duration(toml, "runner.lock-timeout", LOCK_TIMEOUT),
            duration(toml, "runner.retry-for", RETRY_FOR),
            trueByDefault(toml, "runner.transaction-per-migration"),
            delivered.arguments(),
            null,
            toml.bool("runner.verify", false)),
        shadow(toml, new Credentials("shadow", directory, toml, variables)),
        LintSettings.read(toml),
        origins(file, request.name(), database, dotEnv, toml));
  }

  /** The arguments that the person gives any Maven, and then those of the project. */
  private static List<String> mavenOptions(ConfigRequest request, TomlFile toml) {
    List<String> options = new ArrayList<>();
    for (String word : request.environment().getOrDefault("MAVEN_ARGS", "").split("\\s+")) {
      if (!word.isEmpty()) {
        options.add(word);
      }
    }
    options.addAll(strings(toml, "model.maven-options"));
    return options;
  }

  /** The value from the file, or else from the application's framework. */
  private static List<String> mappingFiles(TomlFile toml, Path directory, Variables variables) {
    List<String> files = strings(toml, "model.mapping-files");
    return files.isEmpty() ? FrameworkModel.mappingFiles(directory, variables) : files;
  }

  /** The values of the application's framework, overridden by those of the file. */
  private static Map<String, String> modelProperties(
      TomlFile toml, Path directory, Variables variables) {
    Map<String, String> properties = new HashMap<>(FrameworkModel.properties(directory, variables));
    properties.putAll(toml.stringsBelow("model.properties"));
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
    String fromEnvironment = request.environment().get("AUTOGEN_CONFIG");
    Path explicit =
        request.file() == null && fromEnvironment != null && !fromEnvironment.isBlank()
            ? directory.resolve(fromEnvironment)
            : request.file();
    if (explicit != null) {
      if (!Files.isRegularFile(explicit)) {
        throw AutogenException.usage("The configuration file " + explicit + " does not exist.");
      }
      return explicit.toAbsolutePath().normalize();
    }
    Path usual = directory.resolve(FILE_NAME);
    return Files.isRegularFile(usual) ? usual : null;
  }

  private static Config.Diff diff(TomlFile toml) {
    return new Config.Diff(
        strings(toml, "diff.ignore"),
        strings(toml, "diff.include"),
        trueByDefault(toml, "diff.compare-types"),
        trueByDefault(toml, "diff.compare-server-defaults"),
        trueByDefault(toml, "diff.compare-comments"),
        trueByDefault(toml, "diff.compare-checks"),
        strings(toml, "diff.database-only"),
        strings(toml, "diff.renames"),
        toml == null ? List.of() : toml.oneOrMore("diff.operation-filter"),
        strings(toml, "diff.keep"));
  }

  private static boolean trueByDefault(TomlFile toml, String key) {
    return toml.bool(key, true);
  }

  private static Duration duration(TomlFile toml, String key, Duration fallback) {
    String text = string(toml, key);
    if (text == null) {
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

  private static Config.Shadow shadow(TomlFile toml, Credentials credentials) {
    String url = string(toml, "shadow.url");
    String version = toml.version("shadow.version");
    if (url != null && version != null) {
      throw AutogenException.usage(
          toml.place("shadow.version")
              + " is for a PostgreSQL of autogen's own, but shadow.url names another; take one of"
              + " the two away.");
    }
    return new Config.Shadow(
        url == null
            ? null
            : credentials
                .addTo(DatabaseUrl.parse(url, toml.place("shadow.url")), toml.place("shadow.url"))
                .url(),
        version);
  }

  private static List<String> origins(
      @Nullable Path file,
      @Nullable String name,
      Config.Database database,
      Map<String, String> dotEnv,
      TomlFile toml) {
    List<String> origins = new ArrayList<>();
    origins.add(
        file == null
            ? "configuration: no " + FILE_NAME + ", defaults"
            : "configuration: " + file + (name == null ? "" : ", [name." + name + "]"));
    if (!dotEnv.isEmpty()) {
      origins.add(".env: " + String.join(", ", new TreeMap<>(dotEnv).keySet()));
    }
    if (database.url() != null) {
      origins.add("database: " + database.url() + ", from " + database.origin());
      database.credentials().forEach((what, where) -> origins.add(what + ": from " + where));
    }
    origins.addAll(toml.origins());
    return origins;
  }

  private static @Nullable String string(TomlFile toml, String key) {
    return toml.string(key);
  }

  private static @Nullable List<String> classpath(TomlFile toml) {
    return toml.isSet("model.classpath") ? toml.strings("model.classpath") : null;
  }

  private static List<String> strings(TomlFile toml, String key) {
    return toml.strings(key);
  }
}
