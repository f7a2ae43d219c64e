package dev.autogen.cli;

import dev.autogen.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code init} finds in a project.
 *
 * @param build {@code Maven}, {@code Gradle} or empty
 * @param packages the packages of the entities' sources
 * @param database where a database is configured already, or empty
 */
record ProjectFacts(String build, List<String> packages, String database) {

  static ProjectFacts of(Config config) {
    Path directory = config.directory();
    String build = "";
    if (Files.exists(directory.resolve("pom.xml"))) {
      build = "Maven";
    } else if (Files.exists(directory.resolve("build.gradle"))
        || Files.exists(directory.resolve("build.gradle.kts"))) {
      build = "Gradle";
    }
    return new ProjectFacts(
        build,
        EntityPackages.below(directory.resolve("src/main")),
        config.database().url() == null ? "" : config.database().origin());
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
    return lines;
  }
}
