package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.comparison.HistoryDrift;
import dev.autogen.model.ProjectClasspath;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails if the database is not what the history makes at its revision. */
@Mojo(
    name = "drift",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class DriftGoal extends AutogenGoal {

  /** Migrations may use the project's classes. */
  @Override
  ProjectClasspath classpath() {
    return BuildClasspath.of(project());
  }

  @Override
  void run(Project autogen) throws MojoFailureException {
    HistoryDrift drift = autogen.drift();
    drift.objects().stream().flatMap(each -> each.differences().stream()).forEach(getLog()::error);
    if (drift.exists()) {
      throw new MojoFailureException(
          "The database is not what the history makes at its revision: somebody changed it by"
              + " hand. Put it back, or write the change down as a revision.");
    }
    getLog().info("The database is what the history makes at its revision.");
  }
}
