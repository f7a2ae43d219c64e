package dev.autogen.maven;

import dev.autogen.config.MigrationFormat;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * A library for projects that have none of their own. Maven fetches it when it is needed: it is no
 * dependency of the plugin, whose class path must not meet the project's.
 *
 * @param name its name, by which {@code versions.properties} has its version
 * @param known the artifact by which a project has one of its own
 * @param coordinates the groups and artifacts that make it up
 */
record SpareLibrary(BuildArtifacts artifacts, String name, String known, List<String> coordinates) {

  static SpareLibrary hibernate(BuildArtifacts artifacts) {
    return new SpareLibrary(
        artifacts, "Hibernate", "hibernate-core", List.of("org.hibernate.orm:hibernate-core"));
  }

  /** The tool that runs the migrations of a format. */
  static SpareLibrary runner(BuildArtifacts artifacts, MigrationFormat format) {
    return switch (format) {
      case JAVA -> throw new IllegalArgumentException("autogen runs them");
      case FLYWAY ->
          new SpareLibrary(
              artifacts,
              "Flyway",
              "flyway-core",
              List.of("org.flywaydb:flyway-database-postgresql", "org.flywaydb:flyway-mysql"));
      case LIQUIBASE ->
          new SpareLibrary(
              artifacts, "Liquibase", "liquibase-core", List.of("org.liquibase:liquibase-core"));
    };
  }

  /** The library's jar and those that it needs. */
  List<Path> jars() {
    return coordinates.stream().flatMap(each -> jars(each).stream()).distinct().toList();
  }

  private List<Path> jars(String artifact) {
    String wanted = artifact + ":" + version();
    try {
      return artifacts.withDependencies(wanted);
    } catch (DependencyResolutionException e) {
      throw AutogenException.failed(
          "The project has no "
              + name
              + ", and autogen's own ("
              + wanted
              + ") cannot be fetched: "
              + e.getMessage()
              + "\nAdd "
              + artifact
              + " to the project's dependencies.",
          e);
    }
  }

  private String version() {
    Properties versions = new Properties();
    try (InputStream file = SpareLibrary.class.getResourceAsStream("versions.properties")) {
      versions.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return versions.getProperty(name.toLowerCase(Locale.ROOT));
  }
}
