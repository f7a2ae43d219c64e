package dev.autogen.diff;

import dev.autogen.operation.AddColumn;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;

/**
 * The members of partitions that have to be created anew after an operation on their parent table.
 * Names are written as in {@link dev.autogen.schema.DatabaseObject#partOf}.
 *
 * <p>A new index, key or foreign key of the parent takes over those of the partitions over the same
 * columns; they are dropped when it is dropped. Members over a column are dropped with the column.
 */
final class PartitionMembers {

  private static final String WITHIN = "in partitions of ";

  private PartitionMembers() {}

  static Set<String> madeAnew(Operation operation) {
    if (operation instanceof AddColumn add) {
      return Set.of(WITHIN + add.table() + "." + add.column().name());
    } else if (operation instanceof DropConstraint drop) {
      return over(drop.table(), columns(drop.constraint()));
    } else if (operation instanceof DropIndex drop) {
      return over(drop.table(), columns(drop.index()));
    }
    return Set.of();
  }

  private static Set<String> over(QualifiedName table, List<String> columns) {
    return columns.isEmpty()
        ? Set.of()
        : Set.of(WITHIN + table + " (" + String.join(", ", columns) + ")");
  }

  private static List<String> columns(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.columns();
    } else if (constraint instanceof UniqueConstraint unique) {
      return unique.columns();
    }
    return constraint instanceof ForeignKey key ? key.columns() : List.of();
  }

  private static List<String> columns(Index index) {
    return index.elements().stream().map(key -> key.expression() ? "" : key.text()).toList();
  }
}
