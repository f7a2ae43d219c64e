package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.workspace.DatabaseUnreachable;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails the build if the database differs from the entities, and says how. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CheckGoal extends EntityGoal {

  @Override
  void run(Project autogen) throws MojoFailureException {
    autogen.requireMergedHeads();
    ModelDrift drift = compared(autogen);
    DriftReport.writeTolerated(drift.tolerated(), autogen.subject(), getLog());
    String failure = new DriftReport(drift, autogen.subject(), upgradeCommand(autogen)).failure();
    if (!failure.isEmpty()) {
      throw new MojoFailureException(failure);
    }
    getLog().info(DriftReport.none(autogen.subject()));
  }

  private static ModelDrift compared(Project autogen) {
    try {
      return autogen.compare();
    } catch (DatabaseUnreachable e) {
      throw e.insteadOf("-Dautogen.against=history");
    }
  }
}
