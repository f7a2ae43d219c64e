package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.Operation.AddConstraint;
import dev.autogen.operation.Operation.CreateIndex;
import dev.autogen.operation.Operation.CreateTable;
import dev.autogen.operation.Operation.DropColumn;
import dev.autogen.operation.Operation.DropConstraint;
import dev.autogen.operation.Operation.DropEnum;
import dev.autogen.operation.Operation.DropIndex;
import dev.autogen.operation.Operation.DropSequence;
import dev.autogen.operation.Operation.DropTable;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps operations off what the settings leave alone: those that would create it under the name
 * that the database chooses, and those that would drop what it needs.
 */
final class IgnoreRules {

  private final Selection selection;
  private final Schema actual;
  private final Schema visible;
  private final SqlWords words;
  private final List<KeptObject> kept = new ArrayList<>();

  /**
   * A restraint for operations on a database.
   *
   * @param actual the whole database
   * @param visible what of it is compared
   */
  IgnoreRules(Selection selection, Schema actual, Schema visible, SqlWords words) {
    this.selection = selection;
    this.actual = actual;
    this.visible = visible;
    this.words = words;
  }

  List<KeptObject> kept() {
    return kept;
  }

  List<Operation> apply(List<Operation> operations) {
    if (selection.isEverything()) {
      return operations;
    }
    IgnoredDependents holds = new IgnoredDependents(actual, visible, words);
    List<Operation> allowed = withoutHeldTables(operations, holds);
    Set<String> recreated = new HashSet<>();
    for (Operation operation : allowed) {
      if (operation instanceof DropConstraint || operation instanceof DropIndex) {
        recreated.add(operation.object());
      }
    }
    List<Operation> result = new ArrayList<>();
    for (Operation operation : allowed) {
      if (operation instanceof CreateTable create) {
        result.add(new CreateTable(compared(create.table(), selection)));
      } else if (!isIgnored(operation, recreated) && isFree(operation, holds)) {
        result.add(operation);
      }
    }
    return result;
  }

  /** The table without constraints and indexes that are left alone. */
  static Table compared(Table table, Selection selection) {
    return table
        .withConstraints(
            table.constraints().stream()
                .filter(constraint -> selection.isCompared(table.name(), constraint))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .filter(index -> selection.isCompared(table.name(), index))
                .toList());
  }

  private boolean isIgnored(Operation operation, Set<String> recreated) {
    if (operation instanceof AddConstraint add) {
      return !selection.isCompared(add.table(), add.constraint())
          && !recreated.contains(operation.object());
    }
    return operation instanceof CreateIndex create
        && !selection.isCompared(create.table(), create.index())
        && !recreated.contains(operation.object());
  }

  /** A table that stays keeps those that its own foreign keys point to. */
  private List<Operation> withoutHeldTables(List<Operation> operations, IgnoredDependents holds) {
    List<Operation> left = new ArrayList<>(operations);
    boolean found = true;
    while (found) {
      found = false;
      for (Operation operation : List.copyOf(left)) {
        if (operation instanceof DropTable drop
            && keep("table", operation.object(), holds.reason(drop.table().name(), List.of()))) {
          actual.table(drop.table().name()).ifPresent(holds::addKeysOf);
          left.remove(operation);
          found = true;
        }
      }
    }
    return left;
  }

  private boolean isFree(Operation operation, IgnoredDependents holds) {
    if (operation instanceof DropColumn drop) {
      return !keep(
          "column", operation.object(), holds.reason(drop.table(), List.of(drop.column().name())));
    } else if (operation instanceof DropConstraint drop) {
      return !keep("constraint", operation.object(), key(drop, holds));
    } else if (operation instanceof DropIndex drop && drop.index().unique()) {
      return !keep(
          "index",
          operation.object(),
          holds.keyReason(drop.table(), ConstraintDiff.plainColumns(drop.index())));
    } else if (operation instanceof DropEnum drop) {
      return !keep("type", operation.object(), holds.typeReason(drop.type().name()));
    } else if (operation instanceof DropSequence drop) {
      return !keep("sequence", operation.object(), holds.sequenceReason(drop.sequence().name()));
    }
    return true;
  }

  private static Optional<String> key(DropConstraint drop, IgnoredDependents holds) {
    if (drop.constraint() instanceof PrimaryKey key) {
      return holds.keyReason(drop.table(), key.columns());
    }
    return drop.constraint() instanceof UniqueConstraint unique
        ? holds.keyReason(drop.table(), unique.columns())
        : Optional.empty();
  }

  private boolean keep(String kind, @Nullable String name, Optional<String> reason) {
    reason.ifPresent(text -> kept.add(new KeptObject(kind, String.valueOf(name), text)));
    return reason.isPresent();
  }
}
