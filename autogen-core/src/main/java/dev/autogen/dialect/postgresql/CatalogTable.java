package dev.autogen.dialect.postgresql;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.NamedConstraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table while its rows of the catalog come in. */
final class CatalogTable {

  private static final Comparator<Constraint> BY_KIND_AND_NAME =
      Comparator.comparingInt(CatalogTable::kind)
          .thenComparing(constraint -> Objects.requireNonNull(constraint.name()));
  private static final Comparator<Index> BY_NAME =
      Comparator.comparing(index -> Objects.requireNonNull(index.name()));

  final QualifiedName name;
  final boolean leftOut;
  final Map<Integer, Column> columns = new TreeMap<>();
  final List<Constraint> constraints = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();
  private final @Nullable String comment;

  CatalogTable(QualifiedName name, @Nullable String comment, boolean leftOut) {
    this.name = name;
    this.comment = comment;
    this.leftOut = leftOut;
  }

  /** The names of the columns of these numbers, in that order; system columns have none. */
  List<String> columnNames(List<Integer> numbers) {
    return numbers.stream()
        .filter(columns::containsKey)
        .map(columns::get)
        .map(Column::name)
        .toList();
  }

  Table table() {
    constraints.sort(BY_KIND_AND_NAME);
    indexes.sort(BY_NAME);
    return new Table(name, List.copyOf(columns.values()), constraints, indexes, comment);
  }

  private static int kind(Constraint constraint) {
    List<Class<? extends Constraint>> order =
        List.of(
            PrimaryKey.class,
            UniqueConstraint.class,
            ForeignKey.class,
            CheckConstraint.class,
            NamedConstraint.class);
    return order.indexOf(constraint.getClass());
  }
}
