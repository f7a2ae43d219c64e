package dev.autogen.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Revisions drawn as lines that branch and join, newest first, as {@code git log --graph} does: a
 * star for each revision, a lane for each branch that continues below.
 */
public final class HistoryGraph {

  /**
   * A row of the drawing.
   *
   * @param drawing lanes and stars: lane {@code n} stands at column {@code 2 n}
   * @param text what stands beside it; empty between revisions
   */
  public record Row(String drawing, String text) {}

  private final RevisionText text;
  private final boolean details;
  private final List<String> lanes = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private HistoryGraph(RevisionText text, boolean details) {
    this.text = text;
    this.details = details;
  }

  /**
   * Draws revisions.
   *
   * @param newestFirst children before parents; parents that are not among them end their lanes
   * @param details whether to show everything that is known beside each revision
   */
  public static List<Row> of(List<RevisionScript> newestFirst, RevisionText text, boolean details) {
    HistoryGraph graph = new HistoryGraph(text, details);
    List<String> shown = newestFirst.stream().map(RevisionScript::id).toList();
    newestFirst.forEach(
        script -> graph.draw(script, script.revises().stream().filter(shown::contains).toList()));
    return List.copyOf(graph.rows);
  }

  private void draw(RevisionScript script, List<String> parents) {
    int lane = lanes.indexOf(script.id());
    if (lane < 0) {
      lane = lanes.size();
      lanes.add(script.id());
    }
    for (int other = lanes.lastIndexOf(script.id());
        other > lane;
        other = lanes.lastIndexOf(script.id())) {
      join(lane, other);
    }
    StringBuilder star = new StringBuilder(verticalLines());
    star.setCharAt(2 * lane, '*');
    List<String> lines =
        details
            ? (text.details(script) + "\n").lines().toList()
            : List.of(text.named(script) + ", " + script.message());
    rows.add(new Row(star.toString(), lines.get(0)));
    proceed(lane, parents);
    for (String line : lines.subList(1, lines.size())) {
      rows.add(new Row(verticalLines(), line));
    }
    if (details) {
      rows.add(new Row(verticalLines(), ""));
    }
  }

  /** Leads the lane {@code from} into {@code to}; those right of it move to the left. */
  private void join(int to, int from) {
    StringBuilder row = new StringBuilder(" ".repeat(2 * lanes.size() - 1));
    for (int i = 0; i < lanes.size(); i++) {
      row.setCharAt(i < from ? 2 * i : 2 * i - 1, i < from ? '|' : '/');
      if (i > to && i < from) {
        row.setCharAt(2 * i - 1, '_');
      }
    }
    lanes.remove(from);
    rows.add(new Row(row.toString().stripTrailing(), ""));
  }

  /** Follows a lane to the parents of its revision. */
  private void proceed(int lane, List<String> parents) {
    if (parents.isEmpty()) {
      if (lane < lanes.size() - 1) {
        StringBuilder row = new StringBuilder(" ".repeat(2 * lanes.size() - 1));
        for (int i = 0; i < lanes.size(); i++) {
          if (i != lane) {
            row.setCharAt(i < lane ? 2 * i : 2 * i - 1, i < lane ? '|' : '/');
          }
        }
        rows.add(new Row(row.toString().stripTrailing(), ""));
      }
      lanes.remove(lane);
      return;
    }
    lanes.set(lane, parents.get(0));
    for (int i = 1; i < parents.size(); i++) {
      lanes.add(lane + i, parents.get(i));
      StringBuilder row = new StringBuilder(" ".repeat(2 * lanes.size() - 1));
      for (int each = 0; each < lanes.size(); each++) {
        boolean moved = each >= lane + i;
        row.setCharAt(moved ? 2 * each - 1 : 2 * each, moved ? '\\' : '|');
      }
      rows.add(new Row(row.toString().stripTrailing(), ""));
    }
  }

  private String verticalLines() {
    return lanes.isEmpty() ? "" : "| ".repeat(lanes.size()).stripTrailing();
  }
}
