package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Hibernate settings that a Spring Boot or Quarkus application has under its framework's
 * own keys.
 */
final class FrameworkModel {

  private static final String SPRING_PROPERTIES = "spring.jpa.properties.";
  private static final String QUARKUS = "quarkus.hibernate-orm.";
  private static final String QUARKUS_PROPERTIES = QUARKUS + "unsupported-properties.";

  private static final Map<String, String> SPRING_KEYS =
      Map.of(
          "spring.jpa.hibernate.naming.physical-strategy", "hibernate.physical_naming_strategy",
          "spring.jpa.hibernate.naming.implicit-strategy", "hibernate.implicit_naming_strategy",
          "spring.jpa.database-platform", "hibernate.dialect");

  private static final Map<String, String> QUARKUS_KEYS =
      Map.of(
          QUARKUS + "physical-naming-strategy", "hibernate.physical_naming_strategy",
          QUARKUS + "implicit-naming-strategy", "hibernate.implicit_naming_strategy",
          QUARKUS + "database.default-schema", "hibernate.default_schema",
          QUARKUS + "dialect", "hibernate.dialect");

  private static final String QUARKUS_TIMEZONE = QUARKUS + "mapping.timezone.default-storage";
  private static final String QUARKUS_QUOTES = QUARKUS + "quote-identifiers.strategy";

  private FrameworkModel() {}

  /** The settings; none if the files cannot be read: that is a failure for other settings only. */
  static Map<String, String> properties(Path directory, Variables variables) {
    Map<String, String> properties = new TreeMap<>();
    try {
      addSpring(ApplicationSettings.spring(directory, variables), properties);
      addQuarkus(ApplicationSettings.quarkus(directory, variables), properties);
    } catch (AutogenException unreadable) {
      return Map.of();
    }
    return properties;
  }

  /** The XML files that map entities; none if the settings cannot be read. */
  static List<String> mappingFiles(Path directory, Variables variables) {
    try {
      List<String> files =
          list(ApplicationSettings.spring(directory, variables), "spring.jpa.mapping-resources");
      return files.isEmpty()
          ? list(ApplicationSettings.quarkus(directory, variables), QUARKUS + "mapping-files")
          : files;
    } catch (AutogenException unreadable) {
      return List.of();
    }
  }

  /** The members of a list, which is written on one line or has one line for each member. */
  private static List<String> list(ApplicationSettings settings, String key) {
    List<@Nullable String> lines = new ArrayList<>();
    lines.add(settings.get(key));
    settings.keysBelow(key + "[").forEach(member -> lines.add(settings.get(member)));
    return lines.stream()
        .filter(Objects::nonNull)
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static void addSpring(ApplicationSettings settings, Map<String, String> properties) {
    addBelow(settings, SPRING_PROPERTIES, properties);
    SPRING_KEYS.forEach((key, hibernate) -> put(properties, hibernate, settings.get(key)));
  }

  private static void addQuarkus(ApplicationSettings settings, Map<String, String> properties) {
    addBelow(settings, QUARKUS_PROPERTIES, properties);
    QUARKUS_KEYS.forEach((key, hibernate) -> put(properties, hibernate, settings.get(key)));
    String timezone = settings.get(QUARKUS_TIMEZONE);
    if (timezone != null) {
      put(
          properties,
          "hibernate.timezone.default_storage",
          timezone.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
    if ("all".equals(settings.get(QUARKUS_QUOTES))) {
      put(properties, "hibernate.globally_quoted_identifiers", "true");
    }
  }

  /** Adds the keys below a prefix; keys that contain dots are written in brackets or quotes. */
  private static void addBelow(
      ApplicationSettings settings, String prefix, Map<String, String> properties) {
    for (String key : settings.keysBelow(prefix)) {
      String name = key.substring(prefix.length()).replaceAll("[\\[\\]\"]", "");
      put(properties, name, settings.get(key));
    }
  }

  private static void put(Map<String, String> properties, String key, @Nullable String value) {
    if (value != null) {
      properties.put(key, value);
    }
  }
}
