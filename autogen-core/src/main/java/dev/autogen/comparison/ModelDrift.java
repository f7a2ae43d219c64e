package dev.autogen.comparison;

import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.RenameCandidate;
import dev.autogen.diff.ToleratedDifferences;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.Inspection;
import dev.autogen.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a project's database differs from its entities.
 *
 * @param changes the differences, in the order in which a migration would make them
 * @param comparison the differences with their steps up and down
 * @param pending the committed revisions that are not applied to the database
 * @param model the schema that the entities describe
 * @param inspection what was read from the database
 * @param actual the database's schema in canonical form
 * @param options the options of the comparison
 * @param candidates possible renames that nobody has confirmed or denied
 */
public record ModelDrift(
    List<Change> changes,
    Comparison comparison,
    List<RevisionScript> pending,
    Schema model,
    Inspection inspection,
    Schema actual,
    DiffOptions options,
    List<RenameCandidate> candidates) {

  public ModelDrift {
    changes = List.copyOf(changes);
    pending = List.copyOf(pending);
    candidates = List.copyOf(candidates);
  }

  /** The origin of a migration that makes the changes: the first words of its Javadoc note. */
  public String origin() {
    return "Generated from the model; ";
  }

  /** The Javadoc note of a migration that was not proven. */
  public String note() {
    return origin() + "not proven.";
  }

  /** The statements as a script, with the operation in a comment above each. */
  public String script() {
    return DriftScript.of(changes);
  }

  /** The schemas that contain objects of the model or the database, except the default one. */
  public Set<String> schemas() {
    Set<String> schemas = new HashSet<>(DatabaseRead.namespaces(model));
    schemas.addAll(DatabaseRead.namespaces(actual));
    return schemas;
  }

  /**
   * The differences that were left out because they are kept or accepted, and the accepted ones
   * that are none any more.
   */
  public ToleratedDifferences tolerated() {
    return comparison.tolerated();
  }

  /** Whether database and entities differ. */
  public boolean exists() {
    return !changes.isEmpty();
  }
}
