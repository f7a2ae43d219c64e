package dev.autogen.diff;

import dev.autogen.operation.ChangedObject;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The objects that both schemas of a pair have alike: no operation is to name one of them. */
final class Untouched {

  private final Schema first;
  private final Schema second;

  private Untouched(Schema first, Schema second) {
    this.first = first;
    this.second = second;
  }

  /** The operations on what is alike in both schemas. */
  static List<String> faults(SchemaPair pair, List<Operation> operations) {
    Set<ChangedObject> alike = new Untouched(pair.first(), pair.second()).objects();
    return operations.stream()
        .filter(operation -> operation.changes().stream().anyMatch(alike::contains))
        .map(operation -> "needless: " + operation)
        .toList();
  }

  private Set<ChangedObject> objects() {
    Set<ChangedObject> alike = new HashSet<>();
    first.tables().stream()
        .filter(this::isAlike)
        .forEach(table -> alike.add(new ChangedObject(ChangedObject.Kind.TABLE, table.name())));
    first.sequences().stream()
        .filter(second.sequences()::contains)
        .forEach(each -> alike.add(new ChangedObject(ChangedObject.Kind.SEQUENCE, each.name())));
    first.enumTypes().stream()
        .filter(second.enumTypes()::contains)
        .forEach(each -> alike.add(new ChangedObject(ChangedObject.Kind.TYPE, each.name())));
    return alike;
  }

  /** Whether a table is the same, with the types of its columns and all that it points to. */
  private boolean isAlike(Table table) {
    return second.tables().contains(table)
        && table.columns().stream().allMatch(this::isAlike)
        && table.foreignKeys().stream().allMatch(this::isAlike);
  }

  private boolean isAlike(Column column) {
    return first
        .enumType(column.type().qualifiedName())
        .equals(second.enumType(column.type().qualifiedName()));
  }

  private boolean isAlike(ForeignKey key) {
    return first.table(key.referencedTable()).equals(second.table(key.referencedTable()));
  }
}
