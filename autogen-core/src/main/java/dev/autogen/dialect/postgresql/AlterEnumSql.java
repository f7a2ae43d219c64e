package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.operation.AlterEnum;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the statements that give an enum type other values. New values are added in place if
 * nothing else changes; otherwise a new type takes the old one's name (PostgreSQL manual, {@code
 * ALTER TYPE}: values cannot be removed or moved).
 */
final class AlterEnumSql {

  private AlterEnumSql() {}

  static List<String> of(AlterEnum operation, Schema before) {
    return operation.addsInPlace() ? addValues(operation) : rebuild(operation, before);
  }

  private static List<String> addValues(AlterEnum operation) {
    List<String> statements = new ArrayList<>();
    Set<String> present = new HashSet<>(operation.from().values());
    List<String> values = operation.to().values();
    for (int i = 0; i < values.size(); i++) {
      if (present.add(values.get(i))) {
        statements.add(
            "alter type "
                + quote(operation.to().name())
                + " add value "
                + literal(values.get(i))
                + position(operation.from(), values, i));
      }
    }
    return statements;
  }

  private static String position(EnumType from, List<String> values, int i) {
    if (i > 0) {
      return " after " + literal(values.get(i - 1));
    }
    return from.values().isEmpty() ? "" : " before " + literal(from.values().get(0));
  }

  static String create(EnumType type) {
    return "create type "
        + quote(type.name())
        + " as enum "
        + type.values().stream()
            .map(Identifiers::literal)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static List<String> rebuild(AlterEnum operation, Schema before) {
    QualifiedName name = operation.to().name();
    QualifiedName old = name.withName(name.name() + "_before");
    List<String> first = new ArrayList<>();
    List<String> middle = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (Table table : before.tables()) {
      for (Column column : table.columns()) {
        if (column.type().qualifiedName().equals(name)) {
          Heirs heirs = new Heirs(table, column.name(), before);
          convert(table, column, heirs, middle);
          heirs.defaults(column, first, last);
          detach(table, column, heirs, first, last);
        }
      }
    }
    foreignKeys(name, before, first, last);
    List<String> statements = new ArrayList<>(first.stream().distinct().toList());
    statements.add("alter type " + quote(name) + " rename to " + quote(old.name()));
    statements.add(create(operation.to()));
    statements.addAll(middle);
    statements.add(EnumCasts.move(old, name));
    statements.add("drop type " + quote(old));
    statements.addAll(last.stream().distinct().toList());
    return statements;
  }

  /**
   * A column with the tables that inherit it: its type changes together with that in the table that
   * declares it, but each table has its own default.
   */
  private record Heirs(Table table, String column, Schema schema) {

    private Stream<Table> parents() {
      return table.form().inherits().stream().flatMap(name -> schema.table(name).stream());
    }

    boolean isInherited() {
      return parents().anyMatch(parent -> parent.column(column).isPresent());
    }

    boolean isInherited(CheckConstraint check) {
      return parents()
          .flatMap(parent -> parent.checks().stream())
          .anyMatch(other -> String.valueOf(check.name()).equals(other.name()));
    }

    boolean isAlone() {
      return !isInherited()
          && schema.tables().stream()
              .noneMatch(other -> other.form().inherits().contains(table.name()));
    }

    void defaults(Column column, List<String> first, List<String> last) {
      if (column.serverDefault() != null && !isAlone()) {
        String alter =
            "alter table only " + quote(table.name()) + " alter column " + quote(column.name());
        first.add(alter + " drop default");
        last.add(alter + " set default " + column.serverDefault());
      }
    }
  }

  private static void convert(Table table, Column column, Heirs heirs, List<String> statements) {
    if (heirs.isInherited()) {
      return;
    }
    boolean hasDefault = column.serverDefault() != null && heirs.isAlone();
    String alter = "alter table " + quote(table.name()) + " alter column " + quote(column.name());
    String type = TypeNames.sql(column.type());
    String text = column.type().dimensions() == 0 ? "::text::" : "::text[]::";
    if (hasDefault) {
      statements.add(alter + " drop default");
    }
    statements.add(alter + " type " + type + " using " + quote(column.name()) + text + type);
    if (hasDefault) {
      statements.add(alter + " set default " + column.serverDefault());
    }
  }

  /**
   * Drops what compares the column with values of the old type, and creates it again afterwards.
   */
  private static void detach(
      Table table, Column column, Heirs heirs, List<String> first, List<String> last) {
    String alter = "alter table " + quote(table.name());
    for (CheckConstraint check : table.checks()) {
      if (check.name() != null
          && !heirs.isInherited(check)
          && PostgreSqlText.WORDS.mentions(check.expression(), column.name())) {
        first.add(alter + " drop constraint " + quote(check.name()));
        last.add(alter + " add " + ConstraintSql.definition(check));
      }
    }
    for (Index index : table.indexes()) {
      if (index.name() != null && hasExpressionOver(index, column.name())) {
        first.add("drop index " + quote(table.name().withName(index.name())));
        last.add(ConstraintSql.createIndex(table.name(), index, false));
      }
    }
  }

  /**
   * Drops the foreign keys over columns of the type, and those to a key whose index stores such a
   * column: PostgreSQL drops that index, and refuses to while a foreign key of another table
   * depends on it.
   */
  private static void foreignKeys(
      QualifiedName type, Schema before, List<String> first, List<String> last) {
    for (Table table : before.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        List<String> held =
            before.table(key.referencedTable()).stream()
                .flatMap(other -> includedIn(other, key.referencedColumns()).map(other::column))
                .flatMap(Optional::stream)
                .filter(column -> column.type().qualifiedName().equals(type))
                .map(Column::name)
                .toList();
        boolean own =
            key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(column -> column.type().qualifiedName().equals(type));
        if (key.name() != null && (own || !held.isEmpty())) {
          String alter = "alter table " + quote(table.name());
          first.add(alter + " drop constraint " + quote(key.name()));
          last.add(alter + " add " + ConstraintSql.definition(key));
        }
      }
    }
  }

  private static Stream<String> includedIn(Table table, List<String> key) {
    Set<String> columns = Set.copyOf(key);
    return Stream.concat(
            table.primaryKey().stream()
                .filter(found -> Set.copyOf(found.columns()).equals(columns))
                .map(PrimaryKey::include),
            table.uniques().stream()
                .filter(found -> Set.copyOf(found.columns()).equals(columns))
                .map(UniqueConstraint::include))
        .flatMap(List::stream);
  }

  private static boolean hasExpressionOver(Index index, String column) {
    return (index.predicate() != null && PostgreSqlText.WORDS.mentions(index.predicate(), column))
        || index.elements().stream()
            .anyMatch(
                element ->
                    element.expression() && PostgreSqlText.WORDS.mentions(element.text(), column));
  }
}
