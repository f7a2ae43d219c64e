package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.run.BaselineKept;
import dev.autogen.schema.AutogenException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

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

  /** A baseline to undo, too, with what was in the database before autogen; needs {@code yes}. */
  @Parameter(property = "autogen.undoBaseline")
  private @Nullable String undoBaseline;

  /** Migrations may use the project's classes. */
  @Override
  ProjectClasspath classpath() {
    return BuildClasspath.of(project());
  }

  @Override
  void run(Project autogen) {
    try {
      autogen.runner().refuseBaselineLoss(revision, yes ? undoBaseline : null);
    } catch (BaselineKept e) {
      throw AutogenException.usage(
          e.reason()
              + " To undo what is above it: mvn autogen:downgrade -Dautogen.revision="
              + e.revision()
              + ". If the baseline is to go, too, add -Dautogen.yes -Dautogen.undoBaseline="
              + e.revision());
    }
    if (!yes) {
      autogen.runner().refuseAdoptedLoss(revision, "-Dautogen.yes");
    }
    autogen
        .runner()
        .downgrade(revision, yes ? undoBaseline : null)
        .summary()
        .forEach(getLog()::info);
  }
}
