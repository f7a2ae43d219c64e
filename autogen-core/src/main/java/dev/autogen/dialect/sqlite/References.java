package dev.autogen.dialect.sqlite;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;

/** Completes foreign keys that name no columns of the table to which they point. */
final class References {

  private References() {}

  /** {@code REFERENCES t} without columns means the primary key of {@code t}. */
  static Table resolved(Table table, Map<String, Table> all) {
    return table.withConstraints(
        table.constraints().stream().map(each -> resolved(each, all)).toList());
  }

  private static Constraint resolved(Constraint constraint, Map<String, Table> all) {
    if (!(constraint instanceof ForeignKey key) || !key.referencedColumns().isEmpty()) {
      return constraint;
    }
    Table referenced = all.get(key.referencedTable().name());
    List<String> columns =
        referenced == null
            ? key.columns()
            : referenced.primaryKey().map(PrimaryKey::columns).orElse(key.columns());
    return key.withReferenced(key.referencedTable(), columns);
  }
}
