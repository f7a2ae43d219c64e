package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.config.Config;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists the revisions, newest first; needs no database. */
@Mojo(name = "history", threadSafe = true)
public final class HistoryGoal extends AutogenGoal {

  /** The revisions to list, such as {@code ae10:head}; either end may be left out. */
  @Parameter(property = "autogen.range")
  private @Nullable String range;

  @Override
  Config withoutDatabase(Config read) {
    return read;
  }

  @Override
  void run(Project autogen) {
    List<RevisionScript> revisions =
        new ArrayList<>(range == null ? autogen.history().all() : autogen.range(range));
    Collections.reverse(revisions);
    if (revisions.isEmpty()) {
      getLog().info("There is no revision yet.");
    }
    RevisionText text = new RevisionText(autogen.history(), List.of());
    revisions.forEach(script -> getLog().info(text.line(script)));
  }
}
