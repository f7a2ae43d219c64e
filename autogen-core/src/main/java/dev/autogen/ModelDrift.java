package dev.autogen;

import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.Schema;
import java.util.List;

/**
 * How a project's database differs from its entities.
 *
 * @param changes the differences, in the order in which a migration would make them
 * @param comparison the same with its steps up and down
 * @param pending the committed revisions that the database lacks
 * @param model the schema that the entities describe
 * @param actual the database in canonical form
 * @param options how they were compared
 */
public record ModelDrift(
    List<Change> changes,
    Comparison comparison,
    List<RevisionScript> pending,
    Schema model,
    Schema actual,
    DiffOptions options) {

  public ModelDrift {
    changes = List.copyOf(changes);
    pending = List.copyOf(pending);
  }

  /**
   * Where a migration that makes the changes comes from, as the first words of its Javadoc note.
   */
  String origin() {
    return "Generated from the model; ";
  }

  /** The note of a migration that was not run before it was handed over. */
  String note() {
    return origin() + "not proven.";
  }

  /** Whether database and entities differ. */
  public boolean exists() {
    return !changes.isEmpty();
  }
}
