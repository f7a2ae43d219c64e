package dev.autogen.dialect.postgresql;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Collects what the catalog's rows say about one table. */
final class CatalogTable {

  private static final Map<Class<? extends Constraint>, Integer> KINDS =
      Map.of(
          PrimaryKey.class, 1,
          UniqueConstraint.class, 2,
          ForeignKey.class, 3,
          CheckConstraint.class, 4);
  private static final Comparator<Constraint> BY_KIND_AND_NAME =
      Comparator.<Constraint, Integer>comparing(constraint -> KINDS.get(constraint.getClass()))
          .thenComparing(constraint -> Objects.requireNonNull(constraint.name()));
  private static final Comparator<Index> BY_NAME =
      Comparator.comparing(index -> Objects.requireNonNull(index.name()));

  final QualifiedName name;
  final boolean leftOut;
  final Map<Integer, Column> columns = new TreeMap<>();
  final List<Constraint> constraints = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();

  /** The collation of each column, as a {@code pg_collation.oid}; 0 if it has none. */
  final Map<Integer, Long> collations = new HashMap<>();

  /** The comments of the columns by column number; number 0 is the table. */
  final Map<Integer, String> comments;

  private final List<String> partitionedBy;
  private final TableForm form;

  CatalogTable(
      QualifiedName name,
      Map<Integer, String> comments,
      List<String> partitionedBy,
      TableForm form,
      boolean leftOut) {
    this.name = name;
    this.comments = comments;
    this.partitionedBy = partitionedBy;
    this.form = form;
    this.leftOut = leftOut;
  }

  /** The names of the columns with these numbers, in that order; system columns are left out. */
  List<String> columnNames(List<Integer> numbers) {
    List<String> names = new ArrayList<>();
    for (Integer number : numbers) {
      Column column = columns.get(number);
      if (column != null) {
        names.add(column.name());
      }
    }
    return names;
  }

  Table table() {
    constraints.sort(BY_KIND_AND_NAME);
    indexes.sort(BY_NAME);
    return new Table(
        name,
        List.copyOf(columns.values()),
        constraints,
        indexes,
        comments.get(0),
        partitionedBy,
        form);
  }
}
