package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import dev.autogen.run.RevisionStatus;
import dev.autogen.text.Visible;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows what the database knows of each revision. */
@Mojo(name = "status", threadSafe = true)
public final class StatusGoal extends AutogenGoal {

  @Override
  void run(Project autogen) {
    List<RevisionStatus> revisions = autogen.runner().status();
    if (revisions.isEmpty()) {
      getLog().info("There is no revision yet.");
    }
    for (RevisionStatus each : revisions) {
      getLog().info(Visible.line(line(each)));
      each.warnings().forEach(getLog()::warn);
    }
  }

  private static String line(RevisionStatus revision) {
    return revision.id()
        + (revision.head() ? " (current) " : " ")
        + revision.state().name().toLowerCase(Locale.ROOT)
        + revision.appliedAt().map(at -> " " + at).orElse("")
        + revision.appliedBy().map(who -> " by " + who).orElse("")
        + revision.script().map(RevisionScript::message).map(text -> ", " + text).orElse("");
  }
}
