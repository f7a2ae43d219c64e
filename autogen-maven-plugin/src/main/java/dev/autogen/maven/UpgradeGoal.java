package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.model.ProjectClasspath;
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

  /** Whether to refuse to begin if somebody changed what the pending revisions work on. */
  @Parameter(property = "autogen.verify", defaultValue = "false")
  private boolean verify;

  /** Migrations may use the project's classes. */
  @Override
  ProjectClasspath classpath() {
    return BuildClasspath.of(project());
  }

  @Override
  void run(Project autogen) {
    autogen.runner().upgrade(revision, verify).summary().forEach(getLog()::info);
  }
}
