package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.Operation.AddConstraint;
import dev.autogen.operation.Operation.CreateIndex;
import dev.autogen.operation.Operation.DropConstraint;
import dev.autogen.operation.Operation.DropIndex;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlWords;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Constraints and indexes that stay throughout an upgrade and go with a column that its downgrade
 * drops and adds again (PostgreSQL manual, ALTER TABLE, DROP COLUMN).
 */
final class RestoredColumnMembers {

  private final Schema before;
  private final Set<String> reversed = new HashSet<>();

  /**
   * Members of a schema's tables.
   *
   * @param before the schema that the downgrade leads to
   * @param operations the upgrade's, whose inverse bring back what they drop
   */
  RestoredColumnMembers(Schema before, List<Operation> operations) {
    this.before = before;
    for (Operation operation : operations) {
      if (operation instanceof DropConstraint drop) {
        reversed.add(drop.table() + " " + drop.constraint().name());
      } else if (operation instanceof DropIndex drop) {
        reversed.add(drop.table() + " " + drop.index().name());
      }
    }
  }

  /** What is to be added again after that column. */
  List<Operation> of(QualifiedName name, String column) {
    List<Operation> lost = new ArrayList<>();
    for (Table table : before.table(name).stream().toList()) {
      table.constraints().stream()
          .filter(constraint -> !reversed.contains(name + " " + constraint.name()))
          .filter(constraint -> hangsOn(constraint, column))
          .forEach(constraint -> lost.add(new AddConstraint(name, constraint)));
      table.indexes().stream()
          .filter(index -> !reversed.contains(name + " " + index.name()))
          .filter(index -> hangsOn(index, column))
          .forEach(index -> lost.add(new CreateIndex(name, index, false)));
    }
    return lost;
  }

  /** Whether a constraint is over a column. */
  static boolean hangsOn(Constraint constraint, String column) {
    if (constraint instanceof CheckConstraint check) {
      return SqlWords.mentions(check.expression(), column);
    } else if (constraint instanceof PrimaryKey key) {
      return key.columns().contains(column) || key.include().contains(column);
    } else if (constraint instanceof UniqueConstraint key) {
      return key.columns().contains(column) || key.include().contains(column);
    }
    return constraint instanceof ForeignKey key && key.columns().contains(column);
  }

  /** Whether an index has a column among its keys, its included columns or its expressions. */
  static boolean hangsOn(Index index, String column) {
    return index.include().contains(column)
        || (index.predicate() != null && SqlWords.mentions(index.predicate(), column))
        || index.elements().stream()
            .anyMatch(
                key ->
                    key.expression()
                        ? SqlWords.mentions(key.text(), column)
                        : key.text().equals(column));
  }
}
