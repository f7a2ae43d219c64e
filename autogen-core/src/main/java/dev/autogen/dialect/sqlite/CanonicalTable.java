package dev.autogen.dialect.sqlite;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a table into the one form by which tables are compared. */
final class CanonicalTable {

  private CanonicalTable() {}

  /** Whether a column can hold no null without saying so. */
  static boolean isNeverNull(Table table, String column) {
    List<String> options = table.form().parameters();
    boolean strictKey = options.contains("strict") || options.contains("without rowid");
    return rowid(table).filter(column::equals).isPresent()
        || strictKey && table.primaryKey().filter(it -> it.columns().contains(column)).isPresent();
  }

  static Table of(Table table) {
    Optional<String> rowid = rowid(table);
    List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    return table
        .withComment(null)
        .withColumns(
            table.columns().stream()
                .map(
                    column -> {
                      boolean isRowid = rowid.isPresent() && rowid.get().equals(column.name());
                      boolean never = isNeverNull(table, column.name());
                      boolean only = key.equals(List.of(column.name()));
                      return column(column, isRowid, only)
                          .withNullable(column.nullable() && !never);
                    })
                .toList())
        .withConstraints(table.constraints().stream().map(CanonicalTable::constraint).toList())
        .withIndexes(table.indexes().stream().map(CanonicalTable::index).toList());
  }

  /**
   * The column that is another name for the row's number: the only one of the primary key, of the
   * type {@code integer}. A column with an identity becomes one.
   */
  static Optional<String> rowid(Table table) {
    return table
        .primaryKey()
        .filter(key -> key.columns().size() == 1)
        .flatMap(key -> table.column(key.columns().get(0)))
        .filter(column -> column.identity() != null || isInteger(column.type()))
        .filter(column -> !table.form().parameters().contains("without rowid"))
        .map(Column::name);
  }

  /** Hibernate 7.4 leaves the type of an identity out where an integer stands before it. */
  private static boolean isInteger(SqlType type) {
    return type.isUnknown()
        || type.name().equalsIgnoreCase("integer") && type.arguments().isEmpty();
  }

  /** SQLite has no comments, and numbers rows without being told. */
  private static Column column(Column column, boolean isRowid, boolean isKey) {
    String collation = column.collation();
    Generated generated = column.generated();
    return column
        .withGenerated(
            generated == null
                ? null
                : new Generated(SqliteText.plain(generated.expression()), generated.stored()))
        .withType(type(column.type(), isRowid, isKey))
        .withIdentity(null)
        .withServerDefault(serverDefault(column.serverDefault()))
        .withCollation("binary".equalsIgnoreCase(collation) ? null : collation)
        .withComment(null);
  }

  /** As the only column of a key, {@code int} does not number rows, which {@code integer} does. */
  private static SqlType type(SqlType type, boolean isRowid, boolean isKey) {
    boolean isInt = isKey && type.name().equalsIgnoreCase("int");
    return isRowid
        ? SqlType.of("integer")
        : isInt ? SqlType.of("int") : SqliteTypes.canonical(type);
  }

  /** A default that is a literal stands without parentheses, any other in them. */
  static @Nullable String serverDefault(@Nullable String sql) {
    if (sql == null || sql.isBlank()) {
      return null;
    }
    String text = SqliteText.RULES.words().unwrapped(sql.strip());
    if (SqliteText.RULES.words().normal(text).equals("null")) {
      return null;
    }
    return Literals.isLiteral(text) ? text : "(" + text + ")";
  }

  /** What is not deferred at first can be deferred by no statement. */
  private static Constraint constraint(Constraint constraint) {
    if (constraint instanceof ForeignKey key) {
      return key.withMatchFull(false)
          .withEnforcement(Enforcement.ENFORCED)
          .withDeferral(
              key.deferral() == Deferral.INITIALLY_DEFERRED
                  ? key.deferral()
                  : Deferral.NOT_DEFERRABLE);
    } else if (constraint instanceof UniqueConstraint unique) {
      return unique.withDeferral(Deferral.NOT_DEFERRABLE);
    } else if (constraint instanceof PrimaryKey key) {
      return key.withDeferral(Deferral.NOT_DEFERRABLE);
    } else if (constraint instanceof CheckConstraint check) {
      return check
          .withExpression(SqliteText.plain(check.expression()))
          .withEnforcement(Enforcement.ENFORCED)
          .withNoInherit(false);
    }
    return constraint;
  }

  /** Nulls come first, or last where the order is descending; nothing else can be said. */
  private static Index index(Index index) {
    return index
        .withMethod("btree".equals(index.method()) ? null : index.method())
        .withPredicate(index.predicate() == null ? null : SqliteText.plain(index.predicate()))
        .withElements(
            index.elements().stream()
                .map(
                    each ->
                        new Index.Element(
                            each.expression() ? SqliteText.plain(each.text()) : each.text(),
                            each.expression(),
                            each.descending(),
                            null,
                            null,
                            each.collation()))
                .toList());
  }

  /** Whether two columns are the same but for how they are written. */
  static boolean same(Column one, Column other) {
    return Objects.equals(column(one, false, false), column(other, false, false));
  }
}
