package dev.autogen.model.hibernate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/**
 * Writes the keys of a table for a database whose dialect writes none of them, as standard SQL.
 * They are in the metadata all the same.
 */
final class KeyStatements {

  private final DdlExport export;

  KeyStatements(DdlExport export) {
    this.export = export;
  }

  /** The statements that add the unique constraints and foreign keys. */
  List<String> of(Table table) {
    List<String> statements = new ArrayList<>();
    for (UniqueKey key : table.getUniqueKeys().values()) {
      statements.add(add(table, key) + "unique " + list(key.getColumns()) + options(key));
    }
    for (ForeignKey key : table.getForeignKeys().values()) {
      if (key.isPhysicalConstraint() && key.isCreationEnabled()) {
        statements.add(add(table, key) + definition(key) + options(key));
      }
    }
    return statements;
  }

  private String add(Table table, Constraint key) {
    return "alter table "
        + export.name(table)
        + " add constraint "
        + export.dialect().quote(key.getName())
        + " ";
  }

  private String definition(ForeignKey key) {
    if (key.getKeyDefinition() != null) {
      return key.getKeyDefinition();
    }
    Collection<Column> referenced =
        key.isReferenceToPrimaryKey()
            ? key.getReferencedTable().getPrimaryKey().getColumns()
            : key.getReferencedColumns();
    OnDeleteAction action = key.getOnDeleteAction();
    return "foreign key "
        + list(key.getColumns())
        + " references "
        + export.name(key.getReferencedTable())
        + " "
        + list(referenced)
        + (action == null || action == OnDeleteAction.NO_ACTION
            ? ""
            : " on delete " + action.name().replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  private String list(Collection<Column> columns) {
    return columns.stream().map(export::name).collect(Collectors.joining(", ", "(", ")"));
  }

  /** What the mapping adds; Hibernate has it since 7. */
  private static String options(Constraint key) {
    try {
      Object options = Constraint.class.getMethod("getOptions").invoke(key);
      return options == null || options.toString().isBlank() ? "" : " " + options;
    } catch (ReflectiveOperationException e) {
      return "";
    }
  }
}
