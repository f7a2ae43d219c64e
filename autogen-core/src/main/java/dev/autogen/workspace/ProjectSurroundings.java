package dev.autogen.workspace;

import dev.autogen.embedded.ArtifactSource;
import dev.autogen.model.ProjectClasspath;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a front end provides for a project.
 *
 * @param bundledHibernate the jars for entities whose class path has no Hibernate
 * @param bundledFlyway the jars for projects with Flyway's files whose class path has no Flyway
 * @param classpath the class path of the project if the front end knows it, or null
 * @param listener receives the events
 * @param artifacts fetches artifacts that autogen does not contain, or null to use the project's
 *     Maven
 */
public record ProjectSurroundings(
    List<Path> bundledHibernate,
    List<Path> bundledFlyway,
    @Nullable ProjectClasspath classpath,
    ProjectListener listener,
    @Nullable ArtifactSource artifacts) {

  public ProjectSurroundings {
    bundledHibernate = List.copyOf(bundledHibernate);
    bundledFlyway = List.copyOf(bundledFlyway);
  }

  /** What a front end provides that lets the project's Maven fetch artifacts. */
  public ProjectSurroundings(
      List<Path> bundledHibernate,
      List<Path> bundledFlyway,
      @Nullable ProjectClasspath classpath,
      ProjectListener listener) {
    this(bundledHibernate, bundledFlyway, classpath, listener, null);
  }
}
