package dev.autogen.maven;

import dev.autogen.model.ProjectClasspath;
import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** The class path of the project of a build: what it compiles with and what it runs with. */
final class BuildClasspath {

  private BuildClasspath() {}

  static ProjectClasspath of(MavenProject project) {
    Path classes = Path.of(project.getBuild().getOutputDirectory());
    Set<Path> entries = new LinkedHashSet<>();
    entries.add(classes);
    try {
      project.getCompileClasspathElements().forEach(entry -> entries.add(Path.of(entry)));
      project.getRuntimeClasspathElements().forEach(entry -> entries.add(Path.of(entry)));
    } catch (DependencyResolutionRequiredException e) {
      throw AutogenException.failed("The project's class path is not resolved: " + e, e);
    }
    return new ProjectClasspath(List.copyOf(entries), List.of(classes));
  }
}
