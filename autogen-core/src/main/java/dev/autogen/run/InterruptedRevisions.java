package dev.autogen.run;

import dev.autogen.history.Step.Direction;
import dev.autogen.schema.AutogenException;
import java.util.List;

/** Finds revisions that were interrupted after a part of them had been committed. */
final class InterruptedRevisions {

  private InterruptedRevisions() {}

  /**
   * Refuses a run if a run in the other direction was interrupted.
   *
   * @throws AutogenException if a run in the other direction was interrupted
   */
  static void refuse(List<JournalEntry> journal, Direction direction) {
    for (JournalEntry entry : journal) {
      boolean upgrade = entry.action().equals(JournalEntry.UPGRADE);
      if (entry.isRevision() && !entry.done() && upgrade != (direction == Direction.UPGRADE)) {
        throw AutogenException.failed(
            "the "
                + entry.action()
                + " of revision "
                + entry.revision()
                + " was interrupted after a part of it was committed; finish it first: run 'autogen "
                + (upgrade ? "upgrade " + entry.revision() : "downgrade " + entry.revision() + "-1")
                + "'",
            null);
      }
    }
  }
}
