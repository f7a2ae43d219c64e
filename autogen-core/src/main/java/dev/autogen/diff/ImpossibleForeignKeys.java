package dev.autogen.diff;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The foreign keys of a model that the database cannot have. Every key of a partitioned table
 * includes the partition columns (PostgreSQL manual, 5.12.2.3 Limitations), so a foreign key with
 * fewer columns cannot refer to it.
 */
final class ImpossibleForeignKeys {

  private final Schema actual;
  private final Map<QualifiedName, Table> partitioned = new HashMap<>();
  private final List<KeptObject> leftOut = new ArrayList<>();

  ImpossibleForeignKeys(Schema actual) {
    this.actual = actual;
    actual.tables().stream()
        .filter(table -> !table.partitionedBy().isEmpty())
        .forEach(table -> partitioned.put(table.name(), table));
  }

  /** The schema without the impossible foreign keys. */
  Schema without(Schema target) {
    return partitioned.isEmpty()
        ? target
        : target.withTables(target.tables().stream().map(this::without).toList());
  }

  /** The foreign keys that were left out. */
  List<KeptObject> leftOut() {
    return leftOut;
  }

  private Table without(Table table) {
    List<Constraint> left =
        table.constraints().stream().flatMap(each -> possible(table, each)).toList();
    return left.equals(table.constraints()) ? table : table.withConstraints(left);
  }

  /**
   * The constraint itself if the database can have it, or else the one with more columns that the
   * database has instead.
   */
  private Stream<Constraint> possible(Table table, Constraint constraint) {
    if (!(constraint instanceof ForeignKey key) || !isUnkeyed(key)) {
      return Stream.of(constraint);
    }
    List<ForeignKey> wider =
        actual.table(table.name()).stream()
            .flatMap(found -> found.foreignKeys().stream())
            .filter(found -> found.referencedTable().equals(key.referencedTable()))
            .filter(found -> found.columns().containsAll(key.columns()))
            .limit(1)
            .toList();
    if (wider.isEmpty()) {
      leftOut.add(
          new KeptObject(
              "table",
              table.name() + " without a foreign key to " + key.referencedTable(),
              "that is partitioned, and none of its keys is without the columns of its"
                  + " partitions"));
    }
    return wider.stream().map(Constraint.class::cast);
  }

  private boolean isUnkeyed(ForeignKey key) {
    Table referenced = partitioned.get(key.referencedTable());
    return referenced != null && !key.referencedColumns().containsAll(referenced.partitionedBy());
  }
}
