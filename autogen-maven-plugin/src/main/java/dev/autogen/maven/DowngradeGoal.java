package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.model.ProjectClasspath;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Undoes the revisions above one. */
@Mojo(
    name = "downgrade",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class DowngradeGoal extends AutogenGoal {

  /** {@code -N}, {@code base}, a revision or its first letters. */
  @Parameter(property = "autogen.revision", defaultValue = "-1")
  private String revision;

  /** Whether to undo what was only noted by a stamp, with the tables that were there before. */
  @Parameter(property = "autogen.yes", defaultValue = "false")
  private boolean yes;

  /** Migrations may use the project's classes. */
  @Override
  ProjectClasspath classpath() {
    return BuildClasspath.of(project());
  }

  @Override
  void run(Project autogen) {
    if (!yes) {
      autogen.refuseAdoptedLoss(revision, "-Dautogen.yes");
    }
    autogen.downgrade(revision).summary().forEach(getLog()::info);
  }
}
