package dev.autogen.diff;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.ColumnUses;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.Member;
import dev.autogen.operation.Operation;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Constraints and indexes that the upgrade keeps, but that are lost when its downgrade drops a
 * column and adds it again (PostgreSQL manual, ALTER TABLE, DROP COLUMN).
 */
final class RestoredColumnMembers {

  private final Schema before;
  private final ColumnUses uses;
  private final Set<Member> reversed = new HashSet<>();

  /**
   * The members of a schema's tables.
   *
   * @param before the schema that the downgrade leads to
   * @param operations the upgrade's operations; their inverses already restore what they drop
   */
  RestoredColumnMembers(Schema before, List<Operation> operations, SqlWords words) {
    this.before = before;
    this.uses = new ColumnUses(words);
    operations.stream()
        .filter(TableOperation.class::isInstance)
        .forEach(operation -> reversed.addAll(operation.takes()));
  }

  /** The operations that restore the members after the column was added again. */
  List<Operation> of(QualifiedName name, String column) {
    List<Operation> lost = new ArrayList<>();
    for (Table table : before.table(name).stream().toList()) {
      table.constraints().stream()
          .filter(constraint -> !reversed.contains(Member.constraint(name, constraint.name())))
          .filter(constraint -> uses.uses(constraint, column))
          .forEach(constraint -> lost.add(new AddConstraint(name, constraint)));
      table.indexes().stream()
          .filter(index -> !reversed.contains(Member.index(name, index.name())))
          .filter(index -> uses.uses(index, column))
          .forEach(index -> lost.add(new CreateIndex(name, index, false)));
    }
    return lost;
  }
}
