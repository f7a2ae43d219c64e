package dev.autogen.dialect.h2;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AlterColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Objects;

/** Writes columns and their changes in SQL (H2 manual, ALTER TABLE ALTER COLUMN). */
final class H2ColumnSql {

  private final H2Names names;
  private final H2Numbering numbering;
  private final H2TypeRules types;

  H2ColumnSql(H2Names names) {
    this.names = names;
    this.numbering = new H2Numbering(names);
    this.types = new H2TypeRules(names);
  }

  String definition(Column column) {
    StringBuilder sql = new StringBuilder(names.quote(column.name()));
    sql.append(' ').append(names.sql(column.type()));
    if (column.serverDefault() != null) {
      sql.append(" default ").append(column.serverDefault());
    }
    if (column.generated() != null) {
      sql.append(" generated always as (").append(column.generated().expression()).append(')');
    }
    if (column.identity() != null) {
      sql.append(' ').append(numbering.identity(column.identity()));
    }
    if (!column.nullable() && column.identity() == null) {
      sql.append(" not null");
    }
    return sql.toString();
  }

  String comment(QualifiedName table, Column column) {
    return "comment on column "
        + names.quote(table)
        + "."
        + names.quote(column.name())
        + " is "
        + (column.comment() == null ? "null" : names.literal(column.comment()));
  }

  /** The statements of a change, in an order in which each of them can run. */
  List<SqlStatement> alter(AlterColumn change) {
    return new H2ColumnChange(this, names, numbering, change).statements();
  }

  /** The clause that gives the column its new type. */
  String newType(AlterColumn change) {
    Column to = change.to();
    String using = change.using() == null ? types.conversion(change.from(), to) : change.using();
    return "set data type " + names.sql(to.type()) + (using == null ? "" : " using " + using);
  }

  /** Rows that exist keep their numbers; the next one comes after the last. */
  String continued(QualifiedName table, Column column) {
    boolean down =
        column.identity() != null
            && column.identity().increment() != null
            && column.identity().increment() < 0;
    long first = H2Numbering.first(Objects.requireNonNull(column.identity()));
    String end = (down ? "min(" : "max(") + names.quote(column.name()) + ")";
    // The last number of all has no next one.
    String next =
        down
            ? "greatest(" + end + ", " + (Long.MIN_VALUE + 1) + ") - 1"
            : "least(" + end + ", " + (Long.MAX_VALUE - 1) + ") + 1";
    String last = "(select coalesce(" + next + ", " + first + ") from " + names.quote(table) + ")";
    return "restart with " + (down ? "least(" : "greatest(") + first + ", " + last + ")";
  }
}
