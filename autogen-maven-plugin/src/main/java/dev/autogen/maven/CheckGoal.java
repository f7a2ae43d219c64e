package dev.autogen.maven;

import dev.autogen.ModelDrift;
import dev.autogen.Project;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails the build if the database differs from the entities. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class CheckGoal extends ProjectGoal {

  @Override
  void run(Project project) throws MojoFailureException {
    ModelDrift drift = project.compare();
    if (!drift.pending().isEmpty()) {
      throw new MojoFailureException(
          "Target database is not up to date; pending: "
              + drift.pending().stream().map(each -> each.id()).collect(Collectors.joining(", "))
              + ". Run 'mvn autogen:upgrade'.");
    }
    if (drift.exists()) {
      throw new MojoFailureException(
          drift.changes().stream()
              .map(change -> "  " + change.operation().summary())
              .collect(
                  Collectors.joining(
                      "\n",
                      "The database differs from the entities:\n",
                      "\nRun 'mvn autogen:revision -Dautogen.message=\"…\"' and review the"
                          + " migration that it writes.")));
    }
    getLog().info("The database matches the entities.");
  }
}
