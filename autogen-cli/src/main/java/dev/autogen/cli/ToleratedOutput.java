package dev.autogen.cli;

import dev.autogen.diff.AcceptedDifference;
import dev.autogen.diff.Difference;
import dev.autogen.diff.ToleratedDifferences;
import java.util.List;
import java.util.Map;

/**
 * The differences that are kept or accepted, as text and JSON.
 *
 * @param subject what the entities are compared with, as {@link dev.autogen.Project#subject} says:
 *     only the database tells which accepted differences no longer apply
 */
record ToleratedOutput(ToleratedDifferences tolerated, String subject) {

  /** Says how many there are, and which accepted ones no longer apply. */
  void print(Console console) {
    if (!tolerated.counts().isEmpty()) {
      console.say(tolerated.counts() + ".");
    }
    if (hasStale()) {
      console.note(tolerated.staleNote("autogen accept --prune"));
    }
  }

  private boolean hasStale() {
    return subject.equals("database") && !tolerated.stale().isEmpty();
  }

  /** The same result with the differences that were left out of it. */
  Map<String, Object> addTo(Map<String, Object> result) {
    result.put("kept", tolerated.kept().stream().map(Difference::key).map(Json::of).toList());
    result.put(
        "accepted", tolerated.accepted().stream().map(Difference::key).map(Json::of).toList());
    List<AcceptedDifference> stale = hasStale() ? tolerated.stale() : List.of();
    result.put("stale", stale.stream().map(Json::of).toList());
    return result;
  }
}
