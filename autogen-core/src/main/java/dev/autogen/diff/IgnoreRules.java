package dev.autogen.diff;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Operation;
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
 * Removes the operations that the settings forbid. It removes those that would create an ignored
 * object under the name that the database chooses, and those that would drop something which an
 * ignored object needs.
 */
final class IgnoreRules {

  private final Selection selection;
  private final Schema actual;
  private final Schema visible;
  private final SqlWords words;
  private final List<KeptObject> kept = new ArrayList<>();

  /**
   * The rules for operations on a database.
   *
   * @param actual the whole database
   * @param visible the part of it that is compared
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
    IgnoredDependents dependents = new IgnoredDependents(actual, visible, words);
    List<Operation> allowed = withoutNeededTables(operations, dependents);
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
      } else if (!isIgnored(operation, recreated) && isFree(operation, dependents)) {
        result.add(operation);
      }
    }
    return result;
  }

  /** The table without its ignored constraints and indexes. */
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

  /**
   * Leaves out the drops of tables that something else needs. A table that stays also keeps the
   * tables that its own foreign keys point to.
   */
  private List<Operation> withoutNeededTables(
      List<Operation> operations, IgnoredDependents dependents) {
    List<Operation> left = new ArrayList<>(operations);
    boolean found = true;
    while (found) {
      found = false;
      for (Operation operation : List.copyOf(left)) {
        if (operation instanceof DropTable drop
            && keep(
                "table", operation.object(), dependents.reason(drop.table().name(), List.of()))) {
          actual.table(drop.table().name()).ifPresent(dependents::addKeysOf);
          left.remove(operation);
          found = true;
        }
      }
    }
    return left;
  }

  private boolean isFree(Operation operation, IgnoredDependents dependents) {
    if (operation instanceof DropColumn drop) {
      return !keep(
          "column",
          operation.object(),
          dependents.reason(drop.table(), List.of(drop.column().name())));
    } else if (operation instanceof DropConstraint drop) {
      return !keep("constraint", operation.object(), key(drop, dependents));
    } else if (operation instanceof DropIndex drop && drop.index().unique()) {
      return !keep(
          "index",
          operation.object(),
          dependents.keyReason(drop.table(), ConstraintDiff.plainColumns(drop.index())));
    } else if (operation instanceof DropEnum drop) {
      return !keep("type", operation.object(), dependents.typeReason(drop.type().name()));
    } else if (operation instanceof DropSequence drop) {
      return !keep(
          "sequence", operation.object(), dependents.sequenceReason(drop.sequence().name()));
    }
    return true;
  }

  private static Optional<String> key(DropConstraint drop, IgnoredDependents dependents) {
    if (drop.constraint() instanceof PrimaryKey key) {
      return dependents.keyReason(drop.table(), key.columns());
    }
    return drop.constraint() instanceof UniqueConstraint unique
        ? dependents.keyReason(drop.table(), unique.columns())
        : Optional.empty();
  }

  private boolean keep(String kind, @Nullable String name, Optional<String> reason) {
    reason.ifPresent(text -> kept.add(new KeptObject(kind, String.valueOf(name), text)));
    return reason.isPresent();
  }
}
