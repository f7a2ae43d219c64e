package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How two schemas differ.
 *
 * @param operations what makes the actual schema the target, one operation per difference
 * @param steps the steps in which a migration takes each of them
 * @param downgrade the steps that undo the upgrade
 * @param kept what the database alone has, and keeps
 * @param filtered what filters of the project's left out or replaced
 * @param refused renames that were asked for and are not done, a sentence each
 * @param obstacles what is in the way of operations and stays there, a sentence each
 * @param involved what the operations meet that no model can name, in an order in which it can be
 *     dropped
 */
public record Comparison(
    List<Operation> operations,
    List<List<Operation>> steps,
    List<Operation> downgrade,
    List<KeptObject> kept,
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

  /** The steps that make the actual schema the target. */
  public List<Operation> upgrade() {
    return steps.stream().flatMap(Collection::stream).toList();
  }

  /**
   * The same with what rests on its results: done behind the upgrade, undone before the downgrade.
   *
   * @param behind operations that can be reversed
   * @param first operations that are done before the upgrade, and undone behind the downgrade where
   *     they can be
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
    List<Operation> drops =
        downgrade.stream().filter(Operation.DropSchema.class::isInstance).toList();
    undone.addAll(downgrade.stream().filter(each -> !drops.contains(each)).toList());
    undone.addAll(reversed(first));
    undone.addAll(drops);
    return new Comparison(all, allSteps, undone, kept, filtered, refused, obstacles, involved);
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
