package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.operation.Operation.AlterColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one {@link AlterColumn}, in an order in which each is valid: what hangs on the
 * old type goes first, what needs the new one comes last.
 */
final class AlterColumnSql {

  private final QualifiedName table;
  private final Column from;
  private final Column to;
  private final @Nullable String using;
  private final List<String> statements = new ArrayList<>();

  private AlterColumnSql(AlterColumn operation) {
    table = operation.table();
    from = Serials.canonical(operation.from());
    to = Serials.canonical(operation.to());
    using = operation.using();
  }

  static List<String> of(AlterColumn operation) {
    return new AlterColumnSql(operation).statements();
  }

  private List<String> statements() {
    if (from.generated() != null && to.generated() == null) {
      if (!from.generated().stored()) {
        return materialized(from.generated());
      }
      alter("drop expression");
    }
    boolean typeChanges = typeChanges();
    boolean defaultGoes =
        from.serverDefault() != null
            && (to.serverDefault() == null || (typeChanges && !sameName(from.type(), to.type())));
    if (isIdentity(from) && !isIdentity(to)) {
      alter("drop identity");
    }
    if (defaultGoes || Serials.isSerial(from) && !Serials.isSerial(to)) {
      alter("drop default");
    }
    if (Serials.isSerial(from) && !Serials.isSerial(to)) {
      dropSerialSequence();
    }
    if (typeChanges) {
      type();
      if (Serials.isSerial(from) && Serials.isSerial(to)) {
        retypeSerialSequence();
      }
    }
    nullability();
    if (to.serverDefault() != null
        && (defaultGoes || !to.serverDefault().equals(from.serverDefault()))) {
      alter("set default " + to.serverDefault());
    }
    if (Serials.isSerial(to) && !Serials.isSerial(from)) {
      addSerialSequence();
    }
    identity();
    if (!Objects.equals(from.comment(), to.comment())) {
      statements.add(comment(table, to));
    }
    return statements;
  }

  /** A virtual column has no values to keep (PostgreSQL manual, 5.4), so a new one takes them. */
  private List<String> materialized(Generated generated) {
    statements.add("alter table " + quote(table) + " drop column " + quote(from.name()));
    statements.add(
        "alter table "
            + quote(table)
            + " add column "
            + ColumnSql.definition(to.withNullable(true).withServerDefault(null)));
    statements.add(
        "update " + quote(table) + " set " + quote(to.name()) + " = " + generated.expression());
    if (!to.nullable()) {
      alter("set not null");
    }
    if (to.serverDefault() != null) {
      alter("set default " + to.serverDefault());
    }
    if (to.comment() != null) {
      statements.add(comment(table, to));
    }
    return statements;
  }

  static String comment(QualifiedName table, Column column) {
    return "comment on column "
        + quote(table)
        + "."
        + quote(column.name())
        + " is "
        + (column.comment() == null ? "null" : literal(column.comment()));
  }

  private void alter(String change) {
    statements.add(
        "alter table " + quote(table) + " alter column " + quote(to.name()) + " " + change);
  }

  private boolean typeChanges() {
    return !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
  }

  private static boolean sameName(SqlType one, SqlType other) {
    return one.qualifiedName().equals(other.qualifiedName())
        && one.dimensions() == other.dimensions();
  }

  private void type() {
    SqlType threshold = using == null ? Conversions.threshold(from.type(), to.type()) : null;
    if (threshold != null) {
      alter("type " + TypeNames.sql(threshold));
    }
    String conversion =
        using == null ? Conversions.using(to.name(), from.type(), to.type()) : using;
    alter(
        "type "
            + TypeNames.sql(to.type())
            + (to.collation() == null ? "" : " collate " + ColumnSql.collation(to.collation()))
            + (conversion == null ? "" : " using " + conversion));
  }

  private void nullability() {
    if (from.nullable() != to.nullable()) {
      alter(to.nullable() ? "drop not null" : "set not null");
    }
  }

  private void identity() {
    if (!isIdentity(to)) {
      return;
    } else if (!isIdentity(from)) {
      alter("add " + ColumnSql.identity(to.identity()));
      continueNumbering();
      return;
    }
    List<String> changes = SequenceSql.alter(from.identity(), to.identity());
    if (!changes.isEmpty()) {
      Identity identity = to.identity();
      Long start = from.identity().start();
      SequenceSql.withinBound(
              "pg_catalog.pg_get_serial_sequence("
                  + literal(quote(table))
                  + ", "
                  + literal(to.name())
                  + ")",
              start == null ? SequenceSql.first(from.identity()) : start,
              Objects.requireNonNullElse(identity.increment(), 1L),
              from.identity().range(),
              identity.range())
          .ifPresent(statements::add);
      alter(String.join(" ", changes));
    }
  }

  private static boolean isIdentity(Column column) {
    return column.identity() != null && !Serials.isSerial(column);
  }

  /** The column's sequence is dropped by its owner; its name is the catalog's to tell. */
  private void dropSerialSequence() {
    statements.add(
        "do "
            + literal(
                "begin execute 'drop sequence ' || pg_catalog.pg_get_serial_sequence("
                    + literal(quote(table))
                    + ", "
                    + literal(to.name())
                    + "); end"));
  }

  /** The type of an identity's sequence follows that of its column; a serial's does not. */
  private void retypeSerialSequence() {
    statements.add(
        "do "
            + literal(
                "begin execute 'alter sequence ' || pg_catalog.pg_get_serial_sequence("
                    + literal(quote(table))
                    + ", "
                    + literal(to.name())
                    + ") || ' as "
                    + to.type().name()
                    + "'; end"));
  }

  private void addSerialSequence() {
    QualifiedName sequence = table.withName(table.name() + "_" + to.name() + "_seq");
    statements.add(
        "create sequence "
            + quote(sequence)
            + " as "
            + to.type().name()
            + " owned by "
            + quote(table)
            + "."
            + quote(to.name()));
    alter("set default nextval(" + literal(quote(sequence)) + "::regclass)");
    continueNumbering();
  }

  /** Rows that exist keep their numbers; the next one comes after the largest. */
  private void continueNumbering() {
    statements.add(
        "select pg_catalog.setval(pg_catalog.pg_get_serial_sequence("
            + literal(quote(table))
            + ", "
            + literal(to.name())
            + "), max("
            + quote(to.name())
            + ")) from "
            + quote(table)
            + " having max("
            + quote(to.name())
            + ") > 0");
  }
}
