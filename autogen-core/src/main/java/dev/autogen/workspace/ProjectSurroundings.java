package dev.autogen.workspace;

import dev.autogen.embedded.ArtifactSource;
import dev.autogen.model.ProjectClasspath;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a front end brings along for a project.
 *
 * @param bundledHibernate the jars for entities whose class path has no Hibernate
 * @param classpath the class path of the project where the front end knows it, or null
 * @param listener hears what happens
 * @param artifacts fetches what autogen does not bring along, or null for the Maven of the project
 */
public record ProjectSurroundings(
    List<Path> bundledHibernate,
    @Nullable ProjectClasspath classpath,
    ProjectListener listener,
    @Nullable ArtifactSource artifacts) {

  public ProjectSurroundings {
    bundledHibernate = List.copyOf(bundledHibernate);
  }

  /** What a front end brings along that leaves it to the project's Maven to fetch more. */
  public ProjectSurroundings(
      List<Path> bundledHibernate, @Nullable ProjectClasspath classpath, ProjectListener listener) {
    this(bundledHibernate, classpath, listener, null);
  }
}
