package dev.autogen.cli;

import dev.autogen.config.Config;
import dev.autogen.config.SchemaWriters;
import dev.autogen.workspace.GradleClasspath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code init} finds in a project.
 *
 * @param build {@code Maven}, {@code Gradle} or empty
 * @param packages the packages of the entities' sources
 * @param database where a database is configured already, or empty
 * @param writers what changes the schema already
 */
record ProjectFacts(String build, List<String> packages, String database, SchemaWriters writers) {

  static ProjectFacts of(Config config, Map<String, String> environment) {
    Path directory = config.directory();
    String build = "";
    if (Files.exists(directory.resolve("pom.xml"))) {
      build = "Maven";
    } else if (GradleClasspath.isBuilder(directory)) {
      build = "Gradle";
    }
    return new ProjectFacts(
        build,
        EntityPackages.below(directory.resolve("src/main")),
        config.database().url() == null ? "" : config.database().origin(),
        SchemaWriters.find(directory, environment));
  }

  /** The facts in words. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!build.isEmpty()) {
      lines.add("found a " + build + " project");
    }
    if (!packages.isEmpty()) {
      lines.add("found entities in " + String.join(", ", packages));
    }
    lines.add(
        database.isEmpty()
            ? "found no database: embedded:postgresql is used until you configure one"
            : "found the database in " + database);
    if (writers.flyway() != null) {
      lines.add("found Flyway: " + writers.flyway());
    }
    if (writers.liquibase() != null) {
      lines.add(
          "found Liquibase: "
              + writers.liquibase()
              + "; its tables are left alone. Let one of the two change the schema");
    }
    return lines;
  }

  /** What a person should change, because Hibernate would change the schema by itself; or empty. */
  List<String> warnings() {
    return writers.hibernate() == null
        ? List.of()
        : List.of(
            writers.hibernate()
                + " lets Hibernate change the schema, too: set it to none or validate.");
  }
}
