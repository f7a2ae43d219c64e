package dev.autogen.diff;

import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;

/**
 * Leaves out changes of an inherited column where the parent's column changes in the same way. The
 * parent's change reaches the child, and PostgreSQL refuses a separate one there (manual, 5.11
 * Inheritance).
 */
final class InheritedChanges {

  private final Schema schema;
  private final List<Operation> operations;

  private InheritedChanges(Schema schema, List<Operation> operations) {
    this.schema = schema;
    this.operations = operations;
  }

  static List<Operation> without(Schema schema, List<Operation> operations) {
    return schema.tables().stream().allMatch(table -> table.form().inherits().isEmpty())
        ? operations
        : new InheritedChanges(schema, operations).without();
  }

  private List<Operation> without() {
    return operations.stream().filter(operation -> !isInherited(operation)).toList();
  }

  private boolean isInherited(Operation operation) {
    if (operation instanceof AlterColumn change) {
      return parents(change.table()).stream()
          .map(parent -> new AlterColumn(parent, change.from(), change.to(), change.using()))
          .anyMatch(operations::contains);
    }
    return operation instanceof DropColumn drop
        && parents(drop.table()).stream()
            .map(parent -> new DropColumn(parent, drop.column()))
            .anyMatch(operations::contains);
  }

  private List<QualifiedName> parents(QualifiedName table) {
    return schema.table(table).map(Table::form).map(form -> form.inherits()).orElse(List.of());
  }
}
