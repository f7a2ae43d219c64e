package dev.autogen;

import dev.autogen.diff.Comparison;
import dev.autogen.history.RevisionScript;
import java.util.List;

/**
 * How a project's database differs from its entities.
 *
 * @param changes the differences, in the order in which a migration would make them
 * @param comparison the same with its steps up and down
 * @param pending the committed revisions that the database lacks
 * @param note how they were compared, for a migration's Javadoc
 */
public record ModelDrift(
    List<Change> changes, Comparison comparison, List<RevisionScript> pending, String note) {

  public ModelDrift {
    changes = List.copyOf(changes);
    pending = List.copyOf(pending);
  }

  /** Whether database and entities differ. */
  public boolean exists() {
    return !changes.isEmpty();
  }
}
