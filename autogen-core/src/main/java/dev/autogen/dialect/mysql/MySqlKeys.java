package dev.autogen.dialect.mysql;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What keys and indexes are to the server: a unique constraint is a unique index over whole
 * columns, and a foreign key needs an index that begins with its columns. Without one, InnoDB makes
 * one of the key's name, which goes when another one can serve (MySQL manual, FOREIGN KEY
 * Constraints).
 */
final class MySqlKeys {

  private MySqlKeys() {}

  /** Whether an index is what a unique constraint makes. */
  static boolean isConstraint(Index index) {
    return index.unique()
        && index.method() == null
        && index.elements().stream().noneMatch(each -> each.expression() || each.descending());
  }

  static List<String> columns(Index index) {
    return index.elements().stream().map(Index.Element::text).toList();
  }

  /** The table with unique indexes over whole columns as constraints. */
  static Table withConstraints(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      if (isConstraint(index)) {
        constraints.add(UniqueConstraint.of(index.name(), columns(index)));
      } else {
        indexes.add(index);
      }
    }
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  /** The table without the indexes that InnoDB made for foreign keys, or would make. */
  static Table withoutOwnIndexes(Table table) {
    List<Index> indexes = new ArrayList<>(table.indexes());
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Optional<Index> own =
          constraint instanceof ForeignKey key
              ? indexes.stream().filter(index -> isOwn(index, key)).findFirst()
              : Optional.empty();
      if (own.isPresent()) {
        ForeignKey key = (ForeignKey) constraint;
        indexes.remove(own.get());
        constraints.add(
            key.withOwnIndex(
                key.ownIndex() || serves(table, key, String.valueOf(own.get().name()))));
      } else {
        constraints.add(constraint);
      }
    }
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  private static boolean isOwn(Index index, ForeignKey key) {
    return index.name() != null
        && index.name().equalsIgnoreCase(key.name())
        && index.equals(Index.of(index.name(), false, key.columns()));
  }

  /**
   * Whether an index or a key of the table can serve a foreign key.
   *
   * @param otherThan the name of one that does not count; null for the primary key
   */
  static boolean serves(Table table, ForeignKey key, @Nullable String otherThan) {
    return Stream.concat(
            table.constraints().stream()
                .filter(
                    each ->
                        each instanceof PrimaryKey
                            ? otherThan != null
                            : !Objects.equals(otherThan, each.name()))
                .map(
                    each ->
                        each instanceof PrimaryKey primary
                            ? primary.columns()
                            : each instanceof UniqueConstraint unique
                                ? unique.columns()
                                : List.<String>of()),
            table.indexes().stream()
                .filter(each -> !Objects.equals(otherThan, each.name()) && each.method() == null)
                .map(MySqlKeys::columns))
        .anyMatch(columns -> beginsWith(columns, key.columns()));
  }

  /**
   * The index of a numbered column that no key begins with: the server wants such a column to be
   * the first of a key at any time.
   */
  static Optional<Column> numberedAlone(Table table) {
    return table.columns().stream()
        .filter(each -> each.identity() != null)
        .filter(each -> !beginsKey(table, each.name()))
        .findFirst();
  }

  private static boolean beginsKey(Table table, String column) {
    return table.primaryKey().stream().anyMatch(key -> key.columns().get(0).equals(column))
        || table.uniques().stream().anyMatch(key -> key.columns().get(0).equals(column))
        || table.indexes().stream()
            .anyMatch(index -> index.method() == null && columns(index).get(0).equals(column));
  }

  private static boolean beginsWith(List<String> columns, List<String> first) {
    return columns.size() >= first.size() && columns.subList(0, first.size()).equals(first);
  }
}
