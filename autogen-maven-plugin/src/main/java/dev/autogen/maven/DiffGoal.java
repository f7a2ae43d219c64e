package dev.autogen.maven;

import dev.autogen.ModelDrift;
import dev.autogen.Project;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows what {@code autogen:revision} would write. */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class DiffGoal extends ProjectGoal {

  @Override
  void run(Project project) {
    ModelDrift drift = project.compare();
    drift.changes().forEach(change -> getLog().info(change.operation().summary()));
    if (!drift.exists()) {
      getLog().info("The database matches the entities.");
    }
  }
}
