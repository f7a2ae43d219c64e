package dev.autogen.cli;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.UnmergedHeads;
import dev.autogen.run.RevisionStatus;
import dev.autogen.run.RevisionStatus.Remark;
import dev.autogen.run.RevisionStatus.State;
import dev.autogen.text.Visible;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the state of each revision in a database, as a table and JSON. */
final class StatusOutput {

  private static final List<String> HEADER =
      List.of("REVISION", "STATE", "APPLIED (UTC)", "TOOK", "BY", "MESSAGE");

  /** What is said where a table, or a list, would be empty. */
  static final String NONE =
      "There are no revisions here; 'autogen revision -m \"…\"' writes the first.";

  private StatusOutput() {}

  /** A line per revision under a header, in columns; none where there are no revisions. */
  static List<String> table(List<RevisionStatus> revisions) {
    if (revisions.isEmpty()) {
      return List.of(NONE);
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    revisions.forEach(revision -> rows.add(row(revision).stream().map(Visible::line).toList()));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(RevisionStatus revision) {
    return List.of(
        revision.id() + (revision.head() ? " (current)" : ""),
        state(revision),
        revision
            .appliedAt()
            .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' '))
            .map(text -> text.substring(0, text.length() - 1))
            .orElse(""),
        revision.took().map(took -> took.toMillis() + " ms").orElse(""),
        revision.appliedBy().orElse(""),
        revision.script().map(RevisionScript::message).orElse(""));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  /** {@code applied, edited}. */
  static String state(RevisionStatus revision) {
    return String.join(", ", states(revision));
  }

  private static List<String> states(RevisionStatus revision) {
    List<String> states = new ArrayList<>();
    states.add(name(revision.state()));
    remarks(revision).forEach(states::add);
    return states;
  }

  private static List<String> remarks(RevisionStatus revision) {
    return revision.remarks().stream().sorted().map(StatusOutput::name).toList();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Advice about revisions that are not as they should be.
   *
   * @param options what the commands that mend it need beside the revision
   */
  static List<String> advice(
      List<RevisionStatus> revisions, RevisionGraph history, String options) {
    List<String> advice = new ArrayList<>();
    if (revisions.stream().anyMatch(each -> each.state() == State.PARTIAL)) {
      advice.add("A revision was interrupted: run 'autogen upgrade" + options + "' to finish it.");
    }
    long pending = revisions.stream().filter(each -> each.state() == State.PENDING).count();
    advice.addAll(UnmergedHeads.advice(history));
    if (pending > 0) {
      String count = pending == 1 ? "1 revision is" : pending + " revisions are";
      advice.add(count + " pending: run '" + UpgradeAdvice.command(history, options) + "'.");
    }
    advice.addAll(remarks(revisions, options));
    return advice;
  }

  /**
   * What to do about revisions that are not as they were.
   *
   * @param options what the commands that mend it need beside the revision
   */
  static List<String> remarks(List<RevisionStatus> revisions, String options) {
    return revisions.stream()
        .flatMap(each -> each.remarks().stream().sorted().map(it -> advice(each.id(), it, options)))
        .toList();
  }

  private static String advice(String id, Remark remark, String options) {
    return switch (remark) {
      case EDITED ->
          "Revision "
              + id
              + " was edited after it was applied: restore its file, or run 'autogen repair "
              + id
              + options
              + "' to accept it as it is.";
      case MISSING ->
          "Revision "
              + id
              + " is applied, and its migration is gone: restore its file, or run 'autogen stamp"
              + " --purge REVISION"
              + options
              + "' to record another revision.";
      case OUT_OF_ORDER ->
          "Revision "
              + id
              + " was put below revisions that are applied, and never ran: give it a later place.";
    };
  }

  static String json(List<RevisionStatus> revisions) {
    return Json.text(object(revisions));
  }

  /** An object with the revisions. */
  static Map<String, Object> object(List<RevisionStatus> revisions) {
    return Json.object("revisions", revisions.stream().map(StatusOutput::json).toList());
  }

  private static Map<String, Object> json(RevisionStatus revision) {
    return Json.object(
        "id", revision.id(),
        "state", name(revision.state()),
        "remarks", remarks(revision),
        "current", revision.head(),
        "applied", revision.appliedAt().map(Object::toString).orElse(null),
        "milliseconds", revision.took().map(Duration::toMillis).orElse(null),
        "by", revision.appliedBy().orElse(null),
        "message", revision.script().map(RevisionScript::message).orElse(null),
        "location", revision.script().map(RevisionScript::location).orElse(null));
  }
}
