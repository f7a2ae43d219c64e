package dev.autogen.diff;

import dev.autogen.operation.DropSchema;
import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * How two schemas differ.
 *
 * @param operations the operations that turn the actual schema into the target, one per difference
 * @param steps the steps by which a migration does these operations
 * @param downgrade the steps that undo the upgrade
 * @param kept the objects that only the database has, and that stay
 * @param tolerated the differences that were left out because they are tolerated
 * @param filtered the operations that the project's filters left out or replaced
 * @param refused the renames that were asked for and are not done, a sentence each
 * @param obstacles the objects that block an operation and stay in place, a sentence each
 * @param involved the objects without a place in a model that the operations affect, in an order in
 *     which they can be dropped
 */
public record Comparison(
    List<Operation> operations,
    List<List<Operation>> steps,
    List<Operation> downgrade,
    List<KeptObject> kept,
    ToleratedDifferences tolerated,
    List<FilteredOperation> filtered,
    List<String> refused,
    List<String> obstacles,
    List<DatabaseObject> involved) {

  public Comparison {
    operations = List.copyOf(operations);
    steps = steps.stream().map(List::copyOf).toList();
    downgrade = List.copyOf(downgrade);
    kept = List.copyOf(kept);
    filtered = List.copyOf(filtered);
    refused = List.copyOf(refused);
    obstacles = List.copyOf(obstacles);
    involved = List.copyOf(involved);
  }

  /** The steps that turn the actual schema into the target. */
  public List<Operation> upgrade() {
    return steps.stream().flatMap(Collection::stream).toList();
  }

  /**
   * The operations, and the drops that are left out because the database keeps its objects. An
   * object that stays may still have been renamed in the model.
   */
  public List<Operation> proposed() {
    List<Operation> proposed = new ArrayList<>(operations);
    tolerated.kept().stream()
        .map(Difference::unwanted)
        .filter(Objects::nonNull)
        .forEach(proposed::add);
    return proposed;
  }

  /** The single differences that the operations remove. */
  public List<Difference> differences(SqlWords words) {
    return DifferenceList.of(operations, words);
  }

  /**
   * The same comparison with more operations around it.
   *
   * @param behind operations that run after the upgrade and are undone before the downgrade; all
   *     can be reversed
   * @param first operations that run before the upgrade and, where they can be reversed, are undone
   *     after the downgrade
   */
  public Comparison between(List<Operation> behind, List<Operation> first) {
    List<Operation> all = new ArrayList<>(first);
    all.addAll(operations);
    all.addAll(behind);
    List<List<Operation>> allSteps = new ArrayList<>();
    first.forEach(each -> allSteps.add(List.of(each)));
    allSteps.addAll(steps);
    behind.forEach(each -> allSteps.add(List.of(each)));
    List<Operation> undone = new ArrayList<>(reversed(behind));
    List<Operation> drops = downgrade.stream().filter(DropSchema.class::isInstance).toList();
    undone.addAll(downgrade.stream().filter(each -> !drops.contains(each)).toList());
    undone.addAll(reversed(first));
    undone.addAll(drops);
    return new Comparison(
        all, allSteps, undone, kept, tolerated, filtered, refused, obstacles, involved);
  }

  private static List<Operation> reversed(List<Operation> operations) {
    List<Operation> reversed = new ArrayList<>();
    operations.forEach(each -> each.reverse().ifPresent(undo -> reversed.add(0, undo)));
    return reversed;
  }

  /** Whether database and model differ. */
  public boolean drift() {
    return !operations.isEmpty();
  }
}
