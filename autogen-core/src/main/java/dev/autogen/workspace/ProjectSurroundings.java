package dev.autogen.workspace;

import dev.autogen.archive.ApplicationArchive;
import dev.autogen.config.MigrationFormat;
import dev.autogen.embedded.ArtifactSource;
import dev.autogen.model.ProjectClasspath;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a front end provides for a project.
 *
 * @param bundledHibernate the jars for entities whose class path has no Hibernate
 * @param spareRunner the jars of the tool that runs migrations of a format, for projects whose
 *     class path has none
 * @param classpath the class path of the project if the front end knows it, or null
 * @param listener receives the events
 * @param artifacts fetches artifacts that autogen does not contain, or null to use the project's
 *     Maven
 * @param application what the project is delivered as, whose compiled migrations stand for the
 *     sources; null to run the sources
 */
public record ProjectSurroundings(
    List<Path> bundledHibernate,
    Function<MigrationFormat, List<Path>> spareRunner,
    @Nullable ProjectClasspath classpath,
    ProjectListener listener,
    @Nullable ArtifactSource artifacts,
    @Nullable ApplicationArchive application) {

  public ProjectSurroundings {
    bundledHibernate = List.copyOf(bundledHibernate);
  }

  /** What a front end provides that lets the project's Maven fetch artifacts. */
  public ProjectSurroundings(
      List<Path> bundledHibernate,
      Function<MigrationFormat, List<Path>> spareRunner,
      @Nullable ProjectClasspath classpath,
      ProjectListener listener) {
    this(bundledHibernate, spareRunner, classpath, listener, null);
  }

  /** What a front end provides for a project with sources. */
  public ProjectSurroundings(
      List<Path> bundledHibernate,
      Function<MigrationFormat, List<Path>> spareRunner,
      @Nullable ProjectClasspath classpath,
      ProjectListener listener,
      @Nullable ArtifactSource artifacts) {
    this(bundledHibernate, spareRunner, classpath, listener, artifacts, null);
  }

  /** The same for a delivered application; null for the sources of the project. */
  public ProjectSurroundings running(@Nullable ApplicationArchive delivered) {
    return new ProjectSurroundings(
        bundledHibernate, spareRunner, classpath, listener, artifacts, delivered);
  }
}
