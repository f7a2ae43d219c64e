package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.ProjectSurroundings;
import dev.autogen.config.Config;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Brings the database up to a revision. */
@Mojo(
    name = "upgrade",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class UpgradeGoal extends AutogenGoal {

  /** {@code head}, {@code heads}, a revision, its first letters or {@code +N}. */
  @Parameter(property = "autogen.revision", defaultValue = "head")
  private String revision;

  /** Migrations may use the project's classes. */
  @Override
  ProjectSurroundings surroundings(Config config) {
    return new ProjectSurroundings(List.of(), BuildClasspath.of(project()), listener());
  }

  @Override
  void run(Project autogen) {
    autogen.upgrade(revision).summary().forEach(getLog()::info);
  }
}
