package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionText;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows the revision that the database is at. */
@Mojo(name = "current", threadSafe = true)
public final class CurrentGoal extends AutogenGoal {

  @Override
  void run(Project autogen) {
    RevisionGraph history = autogen.history();
    RevisionText text = new RevisionText(history, List.of());
    List<String> current = autogen.current();
    if (current.isEmpty()) {
      getLog().info("base: no revision has been applied");
    }
    for (String id : current) {
      getLog().info(history.find(id).map(text::named).orElse(id + " (unknown to this history)"));
    }
  }
}
