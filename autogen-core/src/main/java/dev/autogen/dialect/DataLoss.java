package dev.autogen.dialect;

import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Operation;
import java.util.Optional;

/**
 * Says what operations lose: rows and values that are dropped, and values that a narrower type does
 * not hold.
 *
 * @param types knows which types hold which values
 */
public record DataLoss(TypeRules types) {

  /** Whether an operation drops rows or values, or narrows a type so that values may not fit. */
  public boolean of(Operation operation) {
    return operation.losesData() || narrowing(operation) != Narrowing.NONE;
  }

  /** Whether rows or values are gone once the operation has succeeded. */
  public boolean afterSuccess(Operation operation) {
    return operation.losesData() || narrowing(operation) == Narrowing.CHANGES;
  }

  /** A sentence about the narrowing for the reader of a migration; empty for other operations. */
  public Optional<String> remark(Operation operation) {
    return switch (narrowing(operation)) {
      case NONE -> Optional.empty();
      case REFUSES ->
          Optional.of(
              "Narrows " + operation.object() + ": a value that does not fit makes this fail.");
      case CHANGES ->
          Optional.of(
              "Narrows "
                  + operation.object()
                  + ": values that do not fit are rounded or cut off, or make this fail.");
    };
  }

  private Narrowing narrowing(Operation operation) {
    return operation instanceof AlterColumn alter && !alter.from().type().isUnknown()
        ? types.narrowing(alter.from(), alter.to())
        : Narrowing.NONE;
  }
}
