package dev.autogen.history;

import java.util.List;

/**
 * One revision to run, and what it does to the version table, which holds a row per head.
 *
 * @param deleted the rows that are deleted
 * @param inserted the rows that are inserted
 */
public record Step(
    Direction direction, RevisionScript script, List<String> deleted, List<String> inserted) {

  /** Which way a migration runs. */
  public enum Direction {
    UPGRADE,
    DOWNGRADE
  }

  public Step {
    deleted = List.copyOf(deleted);
    inserted = List.copyOf(inserted);
  }
}
