package dev.autogen.maven;

import dev.autogen.Project;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows the revision that the database is at. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class CurrentGoal extends ProjectGoal {

  @Override
  void run(Project project) {
    List<String> current = project.current();
    current.forEach(getLog()::info);
    if (current.isEmpty()) {
      getLog().info("base: no revision has been applied");
    }
  }
}
