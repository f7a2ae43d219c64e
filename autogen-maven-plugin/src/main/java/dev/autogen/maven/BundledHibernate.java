package dev.autogen.maven;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The Hibernate for projects that have none. Maven fetches it when it is needed: it is no
 * dependency of the plugin, whose class path must not meet the project's.
 */
record BundledHibernate(BuildArtifacts artifacts) {

  private static final String COORDINATES = "org.hibernate.orm:hibernate-core:";

  /** Hibernate's jar and those that it needs. */
  List<Path> jars() {
    String hibernate = COORDINATES + version();
    try {
      return artifacts.withDependencies(hibernate);
    } catch (DependencyResolutionException e) {
      throw AutogenException.failed(
          "The project has no Hibernate, and autogen's own ("
              + hibernate
              + ") cannot be fetched: "
              + e.getMessage()
              + "\nAdd org.hibernate.orm:hibernate-core to the project's dependencies.",
          e);
    }
  }

  private static String version() {
    Properties versions = new Properties();
    try (InputStream file = BundledHibernate.class.getResourceAsStream("versions.properties")) {
      versions.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return versions.getProperty("hibernate");
  }
}
