package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The defaults, constraints and indexes that are dropped while the type of columns is replaced, and
 * created again afterwards.
 */
final class DetachedMembers {

  private final Schema before;
  private final Predicate<Column> isAffected;
  private final List<String> first = new ArrayList<>();
  private final List<String> last = new ArrayList<>();

  DetachedMembers(Schema before, Predicate<Column> isAffected) {
    this.before = before;
    this.isAffected = isAffected;
  }

  /** The statements that drop them. */
  List<String> drops() {
    return first.stream().distinct().toList();
  }

  /** The statements that create them again. */
  List<String> creations() {
    return last.stream().distinct().toList();
  }

  /**
   * Drops what compares the column with values of the old type, and creates it again afterwards.
   */
  void detach(Table table, Column column, HeirColumn heirs) {
    heirs.defaults(column, first, last);
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
  void detachForeignKeys() {
    for (Table table : before.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        List<String> held =
            before.table(key.referencedTable()).stream()
                .flatMap(other -> includedIn(other, key.referencedColumns()).map(other::column))
                .flatMap(Optional::stream)
                .filter(isAffected)
                .map(Column::name)
                .toList();
        boolean own =
            key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(isAffected);
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
