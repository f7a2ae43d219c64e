package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.diff.TablePair.ColumnPair;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The differences between two tables of one name. */
final class TableDiff {

  private final TablePair pair;
  private final KeyChanges keyChanges;
  private final OrderedOperations changes;
  private final QualifiedName name;

  TableDiff(TablePair pair, KeyChanges keyChanges, OrderedOperations changes) {
    this.pair = pair;
    this.keyChanges = keyChanges;
    this.changes = changes;
    this.name = pair.target().name();
  }

  /** Compares everything except the foreign keys. */
  void compare() {
    columns();
    comment();
    new ConstraintDiff(pair, keyChanges, changes).compare();
    new IndexDiff(pair, changes).compare();
  }

  /** Compares the foreign keys, once the changes of all tables' keys are known. */
  void compareForeignKeys() {
    new ConstraintDiff(pair, keyChanges, changes).compareForeignKeys();
  }

  private void columns() {
    Table target = pair.target();
    List<Operation> added = new ArrayList<>();
    for (Column column : target.columns()) {
      ColumnPair columns = pair.columns().get(column.name());
      if (columns == null) {
        if (column.generated() == null) {
          added.add(new AddColumn(name, column));
        } else {
          changes.add(Phase.ADD_COMPUTED, new AddColumn(name, column));
        }
      } else if (pair.isRecreated(column.name())) {
        recreate(columns);
      } else if (columns.changed()) {
        boolean becomesPlain =
            columns.actual().generated() != null && columns.target().generated() == null;
        changes.add(
            becomesPlain ? Phase.DROP_COMPUTED : Phase.COLUMN,
            new AlterColumn(
                name,
                columns.actual(),
                columns.target(),
                columns.changesType() ? pair.conversion(columns) : null));
      }
    }
    changes.add(Phase.COLUMN, added);
    for (Column column : pair.actual().columns()) {
      if (!pair.columns().containsKey(column.name())) {
        changes.add(
            isComputedFromOrFor(column) ? Phase.DROP_COMPUTED : Phase.COLUMN,
            new DropColumn(name, column));
      }
    }
  }

  /**
   * Whether a dropped column is generated. It is dropped before the columns from which it is
   * computed.
   */
  private static boolean isComputedFromOrFor(Column column) {
    return column.generated() != null;
  }

  private void recreate(ColumnPair columns) {
    Column from = columns.actual();
    Column to = columns.target();
    if (from.generated() != null && to.generated() == null) {
      changes.add(Phase.DROP_COMPUTED, new AlterColumn(name, from, to, null));
      return;
    }
    boolean early = from.generated() != null || !mentionedByComputed(from);
    changes.add(early ? Phase.DROP_COMPUTED : Phase.COLUMN, new DropColumn(name, from));
    changes.add(Phase.ADD_COMPUTED, new AddColumn(name, to));
  }

  private boolean mentionedByComputed(Column column) {
    return pair.actual().columns().stream()
        .filter(other -> other.generated() != null)
        .anyMatch(other -> pair.words().mentions(other.generated().expression(), column.name()));
  }

  private void comment() {
    String from = pair.actual().comment();
    String to = pair.target().comment();
    if (pair.options().compareComments() && !Objects.equals(from, to)) {
      changes.add(Phase.COLUMN, new CommentTable(name, from, to));
    }
  }
}
