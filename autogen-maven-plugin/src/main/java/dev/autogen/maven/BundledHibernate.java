package dev.autogen.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;

/** The plugin's own Hibernate, for projects whose class path has none. */
final class BundledHibernate {

  private static final String TRAIL = "org.hibernate.orm:hibernate-core:";

  private BundledHibernate() {}

  /** Hibernate among the plugin's dependencies, and what it brings along. */
  static List<Path> of(List<Artifact> pluginArtifacts) {
    return pluginArtifacts.stream()
        .filter(artifact -> artifact.getDependencyTrail() != null)
        .filter(
            artifact ->
                artifact.getDependencyTrail().stream().anyMatch(each -> each.startsWith(TRAIL)))
        .map(artifact -> artifact.getFile().toPath())
        .sorted()
        .toList();
  }
}
