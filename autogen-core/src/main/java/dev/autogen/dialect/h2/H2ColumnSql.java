package dev.autogen.dialect.h2;

import dev.autogen.operation.AlterColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  List<String> alter(AlterColumn change) {
    Column from = change.from();
    Column to = change.to();
    QualifiedName table = change.table();
    String column = "alter table " + names.quote(table) + " alter column ";
    String named = column + names.quote(to.name()) + " ";
    List<String> statements = new ArrayList<>();
    boolean whole =
        to.generated() != null
                && (!Objects.equals(from.generated(), to.generated())
                    || !from.type().equals(to.type()))
            || to.identity() != null && beginsAnew(from.identity(), to.identity());
    if (from.generated() != null && to.generated() == null) {
      statements.add(named + "drop expression");
    }
    if (from.identity() != null && to.identity() == null) {
      statements.add(named + "drop identity");
    }
    if (whole) {
      if (from.serverDefault() != null) {
        statements.add(named + "drop default");
      }
      if (!from.nullable() && to.nullable()) {
        statements.add(named + "drop not null");
      }
      if (to.identity() != null && changesType(from, to)) {
        statements.add(named + newType(change));
      }
      statements.add(column + definition(to));
      if (to.identity() != null) {
        statements.add(named + continued(table, to));
      }
    } else {
      alterParts(change, named, statements);
    }
    if (!Objects.equals(from.comment(), to.comment())) {
      statements.add(comment(table, to));
    }
    return statements;
  }

  private static boolean changesType(Column from, Column to) {
    return !H2Types.canonical(from.type()).equals(H2Types.canonical(to.type()));
  }

  private String newType(AlterColumn change) {
    Column to = change.to();
    String using = change.using() == null ? types.conversion(change.from(), to) : change.using();
    return "set data type " + names.sql(to.type()) + (using == null ? "" : " using " + using);
  }

  /** Only a whole definition says where an identity begins. */
  private static boolean beginsAnew(@Nullable Identity from, Identity to) {
    return from == null || !Objects.equals(from.start(), to.start());
  }

  private void alterParts(AlterColumn change, String named, List<String> statements) {
    Column from = change.from();
    Column to = change.to();
    boolean changesType = changesType(from, to);
    boolean changesDefault = !Objects.equals(from.serverDefault(), to.serverDefault());
    if (changesDefault
        && from.serverDefault() != null
        && (changesType || to.serverDefault() == null)) {
      statements.add(named + "drop default");
    }
    if (changesType) {
      statements.add(named + newType(change));
    }
    if (changesType && to.identity() != null && to.identity().range().maximum() == null) {
      statements.add(named + "set no maxvalue"); // that of the former type would stay
    }
    if (changesDefault && to.serverDefault() != null) {
      statements.add(named + "set default " + to.serverDefault());
    }
    if (from.nullable() != to.nullable()) {
      statements.add(named + (to.nullable() ? "drop not null" : "set not null"));
    }
    if (to.identity() != null && from.identity() != null) {
      numbering
          .changes(from.identity(), to.identity())
          .forEach(option -> statements.add(named + option));
    }
  }

  /** Rows that exist keep their numbers; the next one comes after the last. */
  private String continued(QualifiedName table, Column column) {
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
