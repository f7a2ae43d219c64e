package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changes the schema of a project already: its Flyway, its Liquibase, and Hibernate itself.
 *
 * @param flyway where Flyway was found, or null
 * @param liquibase where Liquibase was found, or null
 * @param hibernate the setting by which Hibernate changes the schema, with its value, or null
 */
public record SchemaWriters(
    @Nullable String flyway, @Nullable String liquibase, @Nullable String hibernate) {

  /** Values with which Hibernate compares or does nothing. */
  private static final Set<String> HARMLESS = Set.of("none", "validate", "");

  private static final List<String> DDL_AUTO =
      List.of(
          "spring.jpa.hibernate.ddl-auto",
          "spring.jpa.properties.hibernate.hbm2ddl.auto",
          "quarkus.hibernate-orm.schema-management.strategy",
          "quarkus.hibernate-orm.database.generation");

  /** Looks into the files of a project. Those that cannot be read are passed over. */
  public static SchemaWriters find(Path directory, Map<String, String> environment) {
    Variables variables = new Variables(environment);
    try {
      ApplicationSettings spring = ApplicationSettings.spring(directory, variables);
      ApplicationSettings quarkus = ApplicationSettings.quarkus(directory, variables);
      return new SchemaWriters(
          flyway(directory, List.of(spring, quarkus)),
          liquibase(directory, List.of(spring, quarkus)),
          hibernate(List.of(spring, quarkus)));
    } catch (AutogenException unreadable) {
      return new SchemaWriters(flyway(directory, List.of()), liquibase(directory, List.of()), null);
    }
  }

  private static @Nullable String flyway(Path directory, List<ApplicationSettings> settings) {
    if (settings.stream().anyMatch(each -> "false".equals(each.get("spring.flyway.enabled")))) {
      return null;
    }
    String folder = "src/main/resources/db/migration";
    long files = sqlFiles(directory.resolve(folder));
    if (files > 0) {
      return folder + (files == 1 ? " (1 file)" : " (" + files + " files)");
    }
    for (String file : List.of("flyway.toml", "flyway.conf", "src/main/resources/flyway.conf")) {
      if (Files.isRegularFile(directory.resolve(file))) {
        return file;
      }
    }
    return below(settings, List.of("spring.flyway.", "quarkus.flyway."));
  }

  private static @Nullable String liquibase(Path directory, List<ApplicationSettings> settings) {
    if (settings.stream().anyMatch(each -> "false".equals(each.get("spring.liquibase.enabled")))) {
      return null;
    }
    Path resources = directory.resolve("src/main/resources");
    Optional<String> usual = UsualChangelogs.find(List.of(resources));
    if (usual.isPresent()) {
      return "src/main/resources/" + usual.get();
    }
    if (Files.isDirectory(resources.resolve("db/changelog"))) {
      return "src/main/resources/db/changelog";
    }
    for (String file : List.of("liquibase.properties", "src/main/resources/liquibase.properties")) {
      if (Files.isRegularFile(directory.resolve(file))) {
        return file;
      }
    }
    return UsualChangelogs.find(List.of(directory))
        .orElseGet(() -> below(settings, List.of("spring.liquibase.", "quarkus.liquibase.")));
  }

  private static @Nullable String below(List<ApplicationSettings> settings, List<String> prefixes) {
    return settings.stream()
        .flatMap(each -> prefixes.stream().flatMap(prefix -> each.keysBelow(prefix).stream()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String hibernate(List<ApplicationSettings> settings) {
    for (String key : DDL_AUTO) {
      for (ApplicationSettings each : settings) {
        String value = each.get(key);
        if (value != null && !HARMLESS.contains(value.strip())) {
          return key + " = " + value.strip();
        }
      }
    }
    return null;
  }

  private static long sqlFiles(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[A-Za-z].*__.*\\.sql"))
          .count();
    } catch (IOException e) {
      return 0;
    }
  }
}
