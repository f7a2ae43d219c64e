package dev.autogen.maven;

import dev.autogen.comparison.Change;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.diff.ToleratedDifferences;
import dev.autogen.history.RevisionScript;
import dev.autogen.text.Visible;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * Words the differences between database and entities.
 *
 * @param upgrade the command that applies migrations
 * @param subject what the entities are compared with, as {@link dev.autogen.Project#subject} says
 */
record DriftReport(ModelDrift drift, String subject, String upgrade) {

  /** That nothing differs. */
  static String none(String subject) {
    return "The " + subject + " matches the entities.";
  }

  /** Says how many differences are kept or accepted, and which accepted ones no longer apply. */
  static void writeTolerated(ToleratedDifferences tolerated, String subject, Log log) {
    if (!tolerated.counts().isEmpty()) {
      log.info(tolerated.counts() + ".");
    }
    if (subject.equals("database") && !tolerated.stale().isEmpty()) {
      log.warn(Visible.line(tolerated.staleNote("mvn autogen:accept -Dautogen.prune=true")));
    }
  }

  /** A line per operation. */
  static List<String> lines(List<Change> changes) {
    return changes.stream().map(change -> "  " + Visible.line(change.summary())).toList();
  }

  /** What differs and the command that mends it; empty where nothing differs. */
  String failure() {
    String pending =
        drift.pending().stream().map(RevisionScript::id).collect(Collectors.joining(", "));
    if (!pending.isEmpty()) {
      return "Target database is not up to date; pending: "
          + pending
          + operations()
          + "\nApply the pending migrations with: "
          + upgrade;
    }
    return drift.exists()
        ? "The "
            + subject
            + " differs from the entities:"
            + operations()
            + "\nWrite the migration with: mvn autogen:revision -Dautogen.message=\"…\""
        : "";
  }

  private String operations() {
    return lines(drift.changes()).stream().map(line -> "\n" + line).collect(Collectors.joining());
  }
}
