package dev.autogen.diff;

import dev.autogen.operation.AlterColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server defaults that cannot stay while a composite type changes: {@code row(1, 2)} has a
 * value for each attribute. They are dropped before, and the new ones set afterwards.
 */
final class CompositeDefaults {

  private final Set<QualifiedName> types = new HashSet<>();
  private final List<AlterColumn> drops = new ArrayList<>();
  private final Schema actual;

  CompositeDefaults(Schema target, Schema actual) {
    for (CompositeType type : actual.compositeTypes()) {
      target
          .compositeType(type.name())
          .filter(wanted -> wanted.attributes().size() != type.attributes().size())
          .ifPresent(
              wanted -> {
                types.add(type.name());
                actual.compositeTypesOver(type.name()).forEach(each -> types.add(each.name()));
              });
    }
    this.actual =
        types.isEmpty()
            ? actual
            : actual.withTables(
                actual.tables().stream()
                    .map(table -> target.table(table.name()).map(to -> of(table, to)).orElse(table))
                    .toList());
  }

  private Table of(Table table, Table target) {
    return table.withColumns(
        table.columns().stream()
            .map(column -> of(table, column, target.column(column.name()).orElse(null)))
            .toList());
  }

  private Column of(Table table, Column column, @Nullable Column target) {
    if (column.serverDefault() == null
        || !types.contains(column.type().qualifiedName())
        || (target != null && Objects.equals(column.serverDefault(), target.serverDefault()))) {
      return column;
    }
    Column without = column.withServerDefault(null);
    drops.add(new AlterColumn(table.name(), column, without, null));
    return without;
  }

  /** The operations that drop the defaults. */
  List<AlterColumn> drops() {
    return drops;
  }

  /** The database's schema without these defaults. */
  Schema actual() {
    return actual;
  }
}
