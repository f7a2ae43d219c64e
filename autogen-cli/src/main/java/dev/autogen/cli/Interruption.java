package dev.autogen.cli;

import dev.autogen.history.Step;
import dev.autogen.run.MigrationFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words the message for a command that a signal ended: what was undone, what is done and what to
 * run next. It follows the command; the working thread or the one that ends the process asks for
 * the message.
 */
final class Interruption {

  private final List<Step> done = new ArrayList<>();
  private final List<Step> begun = new ArrayList<>();
  private @Nullable Path written;
  private boolean writing;
  private boolean raised;
  private boolean told;

  synchronized void raise() {
    raised = true;
  }

  synchronized boolean isRaised() {
    return raised;
  }

  synchronized void starting(Step step) {
    begun.remove(step); // it is tried again
    begun.add(step);
  }

  synchronized void finished(Step step) {
    begun.remove(step);
    done.add(step);
  }

  synchronized void writing() {
    writing = true;
  }

  synchronized void wrote(Path file) {
    written = file;
  }

  /**
   * The message, once.
   *
   * @param failure how the command ended, or null where it did not end in time
   * @return nothing where it was told already
   */
  synchronized String message(@Nullable Exception failure) {
    if (told) {
      return "";
    }
    told = true;
    List<String> lines = new ArrayList<>(List.of("interrupted."));
    if (!begun.isEmpty()) {
      lines.add(undone(begun, failure));
    }
    if (!done.isEmpty()) {
      lines.add((isUpgrade(done.get(0)) ? "Applied: " : "Undone: ") + named(done) + ".");
    }
    if (writing) {
      lines.add(written == null ? "No migration was written." : "Wrote " + written + ", whole.");
    } else if (begun.isEmpty() && done.isEmpty()) {
      lines.add("No revision was run.");
    }
    lines.add(next());
    return String.join("\n", lines);
  }

  private static String undone(List<Step> steps, @Nullable Exception failure) {
    String revisions = (steps.size() == 1 ? "Revision " : "Revisions ") + named(steps);
    String verb = steps.size() == 1 ? " was " : " were ";
    if (!(failure instanceof MigrationFailed failed)) {
      return revisions
          + verb
          + "under way: the server rolls back what was not committed, now that the connection ends.";
    }
    return failed.committedSteps() == 0
        ? revisions + verb + "rolled back."
        : revisions
            + verb
            + "interrupted: its first "
            + failed.committedSteps()
            + (failed.committedSteps() == 1 ? " step is" : " steps are")
            + " committed, and the next run continues after "
            + (failed.committedSteps() == 1 ? "it." : "them.");
  }

  private String next() {
    if (writing || (begun.isEmpty() && done.isEmpty())) {
      return "Run the command again to begin anew.";
    }
    Step last = begun.isEmpty() ? done.get(done.size() - 1) : begun.get(0);
    return "Run 'autogen "
        + (isUpgrade(last) ? "upgrade" : "downgrade")
        + "' again to go on; 'autogen status' shows where the database is.";
  }

  private static boolean isUpgrade(Step step) {
    return step.direction() == Step.Direction.UPGRADE;
  }

  private static String named(List<Step> steps) {
    return steps.stream()
        .map(step -> step.script().id() + " (" + step.script().message() + ")")
        .collect(Collectors.joining(", "));
  }
}
