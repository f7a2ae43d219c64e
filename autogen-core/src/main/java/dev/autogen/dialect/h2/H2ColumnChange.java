package dev.autogen.dialect.h2;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Nothing;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Divides the change of a column into statements that each change one thing. */
final class H2ColumnChange {

  private final H2ColumnSql sql;
  private final H2Names names;
  private final H2Numbering numbering;
  private final AlterColumn change;
  private final Column to;
  private final String table;
  private final String column;
  private final List<SqlStatement> statements = new ArrayList<>();
  private Column now;

  H2ColumnChange(H2ColumnSql sql, H2Names names, H2Numbering numbering, AlterColumn change) {
    this.sql = sql;
    this.names = names;
    this.numbering = numbering;
    this.change = change;
    this.to = change.to();
    this.now = change.from();
    this.table = "alter table " + names.quote(change.table()) + " alter column ";
    this.column = table + names.quote(to.name()) + " ";
  }

  List<SqlStatement> statements() {
    if (now.generated() != null && to.generated() == null) {
      add(column + "drop expression", now.withGenerated(null));
    }
    if (now.identity() != null && to.identity() == null) {
      add(column + "drop identity", now.withIdentity(null));
    }
    if (needsDefinition()) {
      define();
    } else {
      alter();
    }
    if (!Objects.equals(now.comment(), to.comment())) {
      add(sql.comment(change.table(), to), now.withComment(to.comment()));
    }
    return statements;
  }

  private void add(String statement, Column after) {
    statements.add(
        SqlStatement.alone(statement, new AlterColumn(change.table(), now, after, null)));
    now = after;
  }

  private void addRepeatable(String statement) {
    statements.add(SqlStatement.alone(statement, new Nothing()));
  }

  /** Only a whole definition says how a column is computed, and where an identity begins. */
  private boolean needsDefinition() {
    Column from = change.from();
    if (to.generated() != null) {
      return !to.generated().equals(from.generated()) || changesType();
    }
    return to.identity() != null && beginsAnew(from.identity(), to.identity());
  }

  private static boolean beginsAnew(@Nullable Identity from, Identity to) {
    return from == null || !Objects.equals(from.start(), to.start());
  }

  private boolean changesType() {
    return !H2Types.canonical(now.type()).equals(H2Types.canonical(to.type()));
  }

  private void define() {
    if (now.serverDefault() != null) {
      add(column + "drop default", now.withServerDefault(null));
    }
    if (!now.nullable() && to.nullable()) {
      add(column + "drop not null", now.withNullable(true));
    }
    if (to.identity() != null && changesType()) {
      add(column + newType(), now.withType(to.type()));
    }
    add(table + sql.definition(to), to.withComment(now.comment()));
    if (to.identity() != null) {
      addRepeatable(column + sql.continued(change.table(), to));
    }
  }

  private String newType() {
    return sql.newType(new AlterColumn(change.table(), now, to, change.using()));
  }

  private void alter() {
    boolean changesType = changesType();
    boolean changesDefault = !Objects.equals(now.serverDefault(), to.serverDefault());
    if (changesDefault
        && now.serverDefault() != null
        && (changesType || to.serverDefault() == null)) {
      add(column + "drop default", now.withServerDefault(null));
    }
    if (changesType) {
      add(column + newType(), now.withType(to.type()));
      if (to.identity() != null && to.identity().range().maximum() == null) {
        addRepeatable(column + "set no maxvalue"); // that of the former type would stay
      }
    }
    if (changesDefault && to.serverDefault() != null) {
      add(column + "set default " + to.serverDefault(), now.withServerDefault(to.serverDefault()));
    }
    if (now.nullable() != to.nullable()) {
      add(
          column + (to.nullable() ? "drop not null" : "set not null"),
          now.withNullable(to.nullable()));
    }
    if (to.identity() != null && now.identity() != null) {
      numbering
          .changes(now.identity(), to.identity())
          .forEach(option -> addRepeatable(column + option));
    }
  }
}
