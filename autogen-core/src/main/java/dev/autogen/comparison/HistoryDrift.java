package dev.autogen.comparison;

import java.util.List;

/**
 * How a database differs from what the history makes at the database's own revisions.
 *
 * @param revisions where the database is; none at the base
 * @param objects what differs, by kind and name
 */
public record HistoryDrift(List<String> revisions, List<DriftedObject> objects) {
  public HistoryDrift {
    revisions = List.copyOf(revisions);
    objects = List.copyOf(objects);
  }

  /** Whether anything differs. */
  public boolean exists() {
    return !objects.isEmpty();
  }
}
