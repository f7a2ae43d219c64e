package dev.autogen.maven;

import dev.autogen.embedded.ArtifactSource;
import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** What this build's Maven fetches, from the repositories of the project. */
record BuildArtifacts(RepositorySystem repositories, MavenSession session, MavenProject project)
    implements ArtifactSource {

  @Override
  public Path fetch(String coordinates, Path directory) {
    ArtifactRequest request =
        new ArtifactRequest(
            new DefaultArtifact(coordinates), project.getRemoteProjectRepositories(), null);
    try {
      return repositories
          .resolveArtifact(session.getRepositorySession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw AutogenException.failed(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The jars of an artifact and of all that it needs to run.
   *
   * @throws DependencyResolutionException if one cannot be had
   */
  List<Path> withDependencies(String coordinates) throws DependencyResolutionException {
    Dependency dependency = new Dependency(new DefaultArtifact(coordinates), "runtime");
    CollectRequest collect = new CollectRequest(dependency, project.getRemoteProjectRepositories());
    return repositories
        .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
        .getArtifactResults()
        .stream()
        .map(result -> result.getArtifact().getFile().toPath())
        .toList();
  }
}
