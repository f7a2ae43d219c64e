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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the settings of a project's Liquibase: in {@code liquibase.properties}, under {@code
 * spring.liquibase} and {@code quarkus.liquibase}, and under {@code [migrations]}, which counts
 * most. Addresses and passwords are not among them.
 */
final class LiquibaseSettings {

  /** The keys under {@code [migrations]} that speak of Liquibase. */
  static final Set<String> KEYS =
      Set.of(
          "migrations.changelog", "migrations.contexts", "migrations.labels", "migrations.author");

  /** The section under which parameters of the changelog stand. */
  static final String PARAMETERS = "migrations.parameters";

  /** Autogen's names by the names in other places, in small letters without hyphens. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("changelog", "changelog"),
          Map.entry("changelogfile", "changelog"),
          Map.entry("contexts", "contexts"),
          Map.entry("contextfilter", "contexts"),
          Map.entry("labels", "labels"),
          Map.entry("labelfilter", "labels"),
          Map.entry("defaultschema", "default-schema"),
          Map.entry("defaultschemaname", "default-schema"),
          Map.entry("liquibaseschema", "liquibase-schema"),
          Map.entry("liquibaseschemaname", "liquibase-schema"),
          Map.entry("databasechangelogtable", "table"),
          Map.entry("databasechangelogtablename", "table"),
          Map.entry("databasechangeloglocktable", "lock-table"),
          Map.entry("databasechangeloglocktablename", "lock-table"));

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)(?:parameters?|change-?log-?parameters)\\.(.+)");

  private static final Pattern MEMBER = Pattern.compile("(.+)\\[\\d+]");

  private final Map<String, String> settings = new TreeMap<>();

  private LiquibaseSettings() {}

  /**
   * The settings of a project under the names of {@code [migrations]}, with {@code liquibase.}
   * before them.
   *
   * @throws AutogenException if Liquibase's own file cannot be read
   */
  static Map<String, String> read(TomlFile toml, Path directory, Variables variables) {
    LiquibaseSettings found = new LiquibaseSettings();
    for (String folder : List.of("src/main/resources", "")) {
      Path file = directory.resolve(folder).resolve("liquibase.properties");
      if (Files.isRegularFile(file)) {
        found.addFile(file);
      }
    }
    found.addBelow(ApplicationSettings.quarkus(directory, variables), "quarkus.liquibase.");
    found.addBelow(ApplicationSettings.spring(directory, variables), "spring.liquibase.");
    for (String key : KEYS) {
      String value = toml.string(key);
      if (value != null) {
        found.settings.put(key.replaceFirst("migrations", "liquibase"), value);
      }
    }
    toml.stringsBelow(PARAMETERS)
        .forEach((key, value) -> found.settings.put("liquibase.parameters." + key, value));
    return found.settings;
  }

  private void addFile(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw AutogenException.usage(
          "The settings of Liquibase in " + file + " cannot be read; correct the file.");
    }
    for (String key : properties.stringPropertyNames()) {
      put(key.replaceFirst("^liquibase\\.(command\\.)?", ""), properties.getProperty(key).strip());
    }
  }

  private void addBelow(ApplicationSettings application, String prefix) {
    Map<String, List<String>> lists = new TreeMap<>();
    for (String key : application.keysBelow(prefix)) {
      String value = application.get(key);
      if (value == null) {
        continue;
      }
      Matcher member = MEMBER.matcher(key.substring(prefix.length()));
      if (member.matches()) {
        lists.computeIfAbsent(member.group(1), absent -> new ArrayList<>()).add(value);
      } else {
        put(key.substring(prefix.length()), value);
      }
    }
    lists.forEach((key, values) -> put(key, String.join(",", values)));
  }

  private void put(String key, String value) {
    Matcher parameter = PARAMETER.matcher(key);
    String name = NAMES.get(key.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""));
    if (parameter.matches()) {
      settings.put(
          "liquibase.parameters." + parameter.group(1).replaceAll("[\\[\\]\"]", ""), value);
    } else if (name != null) {
      settings.put("liquibase." + name, value);
    }
  }
}
