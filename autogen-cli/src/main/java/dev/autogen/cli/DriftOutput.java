package dev.autogen.cli;

import dev.autogen.comparison.Change;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.lint.Finding;
import dev.autogen.text.Visible;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Differences as text and JSON. */
final class DriftOutput {

  private static final String INDENT = "  ";

  private DriftOutput() {}

  static String json(ModelDrift drift, String subject) {
    return json(drift, subject, null);
  }

  /**
   * The differences as one object.
   *
   * @param findings what a lint found, or null where none was asked for
   */
  static String json(ModelDrift drift, String subject, @Nullable List<Finding> findings) {
    Map<String, Object> object =
        Json.object("drift", drift.exists(), "operations", Json.operations(drift.changes()));
    if (findings != null) {
      object.put("findings", LintOutput.objects(findings));
    }
    return Json.text(new ToleratedOutput(drift.tolerated(), subject).addTo(object));
  }

  /** A line per operation. */
  static List<String> lines(ModelDrift drift, Console console) {
    return lines(drift.changes(), console);
  }

  static List<String> lines(List<Change> changes, Console console) {
    int width = changes.isEmpty() ? TerminalWidth.UNKNOWN : console.width() - INDENT.length();
    return changes.stream()
        .map(
            change ->
                INDENT
                    + console.coloured(change.losesData() ? "red" : "green", fitted(change, width)))
        .toList();
  }

  /** What a reader must know about a loss stays at the end of a line that is cut. */
  private static String fitted(Change change, int width) {
    String summary = Visible.line(change.summary());
    String end = summary.endsWith(Change.NARROWER) ? Change.NARROWER : "";
    return TerminalWidth.cut(summary.substring(0, summary.length() - end.length()), end, width);
  }
}
