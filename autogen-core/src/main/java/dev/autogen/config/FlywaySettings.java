package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Finds the settings of a project's Flyway, under Flyway's own names such as {@code
 * flyway.locations}: in {@code flyway.conf} and {@code flyway.toml}, and under {@code
 * spring.flyway} and {@code quarkus.flyway}. Addresses and passwords are not among them.
 */
final class FlywaySettings {

  private static final String PLACEHOLDERS = "placeholders.";

  /** What tells Flyway which files it runs and how; the rest is about its command line. */
  private static final Set<String> KEYS =
      Set.of(
          "baselineDescription",
          "baselineMigrationPrefix",
          "baselineOnMigrate",
          "baselineVersion",
          "callbacks",
          "createSchemas",
          "defaultSchema",
          "detectEncoding",
          "encoding",
          "executeInTransaction",
          "failOnMissingLocations",
          "group",
          "ignoreMigrationPatterns",
          "initSql",
          "locations",
          "mixed",
          "outOfOrder",
          "placeholderPrefix",
          "placeholderReplacement",
          "placeholderSeparator",
          "placeholderSuffix",
          "repeatableSqlMigrationPrefix",
          "resolvers",
          "schemas",
          "scriptPlaceholderPrefix",
          "scriptPlaceholderSuffix",
          "skipDefaultCallbacks",
          "skipDefaultResolvers",
          "sqlMigrationPrefix",
          "sqlMigrationSeparator",
          "sqlMigrationSuffixes",
          "table",
          "tablespace",
          "undoSqlMigrationPrefix",
          "validateMigrationNaming",
          "validateOnMigrate");

  private static final Pattern MEMBER = Pattern.compile("(.+)\\[\\d+]");

  private final Map<String, String> settings = new TreeMap<>();

  private FlywaySettings() {}

  /**
   * The settings of a project.
   *
   * @throws AutogenException if one of Flyway's own files cannot be read
   */
  static Map<String, String> read(Path directory, Variables variables) {
    FlywaySettings found = new FlywaySettings();
    found.addQuarkus(ApplicationSettings.quarkus(directory, variables));
    found.addSpring(ApplicationSettings.spring(directory, variables));
    for (String folder : List.of("src/main/resources", "conf", "")) {
      Path file = directory.resolve(folder).resolve("flyway.conf");
      if (Files.isRegularFile(file)) {
        properties(file).forEach((key, value) -> found.put(withoutPrefix(key), value));
      }
    }
    Path toml = directory.resolve("flyway.toml");
    if (Files.isRegularFile(toml)) {
      found.addToml(toml);
    }
    return found.settings;
  }

  private static Map<String, String> properties(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file);
    }
    Map<String, String> result = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> result.put(key, properties.getProperty(key)));
    return result;
  }

  private static AutogenException unreadable(Path file) {
    return AutogenException.usage(
        "The settings of Flyway in " + file + " cannot be read; correct the file.");
  }

  private static String withoutPrefix(String key) {
    return key.startsWith("flyway.") ? key.substring("flyway.".length()) : "";
  }

  private void addSpring(ApplicationSettings application) {
    addBelow(application, "spring.flyway.");
  }

  private void addQuarkus(ApplicationSettings application) {
    addBelow(application, "quarkus.flyway.");
  }

  private void addBelow(ApplicationSettings application, String prefix) {
    Map<String, List<String>> lists = new TreeMap<>();
    for (String key : application.keysBelow(prefix)) {
      String value = application.get(key);
      if (value == null) {
        continue;
      }
      var member = MEMBER.matcher(key.substring(prefix.length()));
      if (member.matches()) {
        lists.computeIfAbsent(member.group(1), absent -> new ArrayList<>()).add(value);
      } else {
        put(key.substring(prefix.length()), value);
      }
    }
    lists.forEach((key, values) -> put(key, String.join(",", values)));
  }

  private void addToml(Path file) {
    TomlParseResult toml;
    try {
      toml = Toml.parse(file);
    } catch (IOException e) {
      throw unreadable(file);
    }
    TomlTable table = toml.hasErrors() ? null : toml.getTableOrEmpty("flyway");
    if (table == null) {
      throw unreadable(file);
    }
    for (List<String> path : table.keyPathSet()) {
      Object value = table.get(path);
      put(String.join(".", path), text(value));
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof TomlArray array
        ? array.toList().stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  /** Puts a setting whose name may be in kebab case. */
  private void put(String key, String value) {
    if (key.startsWith(PLACEHOLDERS)) {
      settings.put("flyway." + key.replaceAll("[\\[\\]\"]", ""), value);
    } else if (KEYS.contains(camelCase(key))) {
      settings.put("flyway." + camelCase(key), value);
    }
  }

  private static String camelCase(String key) {
    StringBuilder name = new StringBuilder();
    for (String word : key.split("-")) {
      name.append(
          name.length() == 0 || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }
}
