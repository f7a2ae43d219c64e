package dev.autogen.diff;

import dev.autogen.operation.Operation;
import java.util.List;

/**
 * How two schemas differ.
 *
 * @param operations what makes the actual schema the target, one operation per difference
 * @param upgrade the same in the steps in which a migration takes them
 * @param downgrade the steps that undo the upgrade
 * @param kept what the database alone has, and keeps
 */
public record Comparison(
    List<Operation> operations,
    List<Operation> upgrade,
    List<Operation> downgrade,
    List<Kept> kept) {

  public Comparison {
    operations = List.copyOf(operations);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    kept = List.copyOf(kept);
  }

  /** Whether database and model differ. */
  public boolean drift() {
    return !operations.isEmpty();
  }
}
