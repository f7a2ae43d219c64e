package dev.autogen;

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
 */
public record ProjectSurroundings(
    List<Path> bundledHibernate, @Nullable ProjectClasspath classpath, ProjectListener listener) {

  public ProjectSurroundings {
    bundledHibernate = List.copyOf(bundledHibernate);
  }
}
