package dev.autogen.cli;

import dev.autogen.comparison.Change;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.text.Visible;
import java.util.List;

/** Differences as text and JSON. */
final class DriftOutput {

  private DriftOutput() {}

  static String json(ModelDrift drift, String subject) {
    return Json.text(
        new ToleratedOutput(drift.tolerated(), subject)
            .addTo(
                Json.object(
                    "drift", drift.exists(), "operations", Json.operations(drift.changes()))));
  }

  /** A line per operation. */
  static List<String> lines(ModelDrift drift, Console console) {
    return lines(drift.changes(), console);
  }

  static List<String> lines(List<Change> changes, Console console) {
    return changes.stream()
        .map(
            change ->
                "  "
                    + console.coloured(
                        change.losesData() ? "red" : "green", Visible.line(change.summary())))
        .toList();
  }
}
