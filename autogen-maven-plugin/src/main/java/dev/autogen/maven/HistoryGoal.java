package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the revisions, newest first. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class HistoryGoal extends ProjectGoal {

  @Override
  void run(Project project) {
    List<RevisionScript> revisions = new ArrayList<>(project.history().all());
    Collections.reverse(revisions);
    for (RevisionScript script : revisions) {
      String parents = script.isBase() ? "<base>" : String.join(", ", script.revises());
      getLog().info(parents + " -> " + script.id() + ", " + script.message());
    }
  }
}
