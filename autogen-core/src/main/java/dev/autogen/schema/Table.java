package dev.autogen.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with everything that belongs to it.
 *
 * @param columns the columns in the order of the table
 * @param constraints primary key, uniques, foreign keys and checks
 * @param indexes the indexes that belong to no constraint
 * @param comment the comment, or null
 * @param partitionedBy the columns of its partition key, and those of the partition keys of its
 *     partitions; empty where it has none
 * @param form its storage, inheritance and partitioning
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    @Nullable String comment,
    List<String> partitionedBy,
    TableForm form) {

  public Table {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    indexes = List.copyOf(indexes);
    partitionedBy = List.copyOf(partitionedBy);
  }

  /** A table in the database's default form. */
  public Table(
      QualifiedName name,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      @Nullable String comment) {
    this(name, columns, constraints, indexes, comment, List.of(), TableForm.PLAIN);
  }

  /** The column of that exact name. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The primary key, if the table has one. */
  public Optional<PrimaryKey> primaryKey() {
    return constraints(PrimaryKey.class).stream().findFirst();
  }

  /** The unique constraints in declared order. */
  public List<UniqueConstraint> uniques() {
    return constraints(UniqueConstraint.class);
  }

  /** The foreign keys in declared order. */
  public List<ForeignKey> foreignKeys() {
    return constraints(ForeignKey.class);
  }

  /** The checks in declared order. */
  public List<CheckConstraint> checks() {
    return constraints(CheckConstraint.class);
  }

  private <C extends Constraint> List<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The same table under another name. */
  public Table withName(QualifiedName other) {
    return new Table(other, columns, constraints, indexes, comment, partitionedBy, form);
  }

  /** The same table with other columns. */
  public Table withColumns(List<Column> others) {
    return new Table(name, others, constraints, indexes, comment, partitionedBy, form);
  }

  /** The same table with other constraints. */
  public Table withConstraints(List<? extends Constraint> others) {
    return new Table(name, columns, List.copyOf(others), indexes, comment, partitionedBy, form);
  }

  /** The same table with other indexes. */
  public Table withIndexes(List<Index> others) {
    return new Table(name, columns, constraints, others, comment, partitionedBy, form);
  }

  /** The same table with another comment, or none where that is null. */
  public Table withComment(@Nullable String other) {
    return new Table(name, columns, constraints, indexes, other, partitionedBy, form);
  }

  /** The same table, partitioned by other columns. */
  public Table withPartitionedBy(List<String> others) {
    return new Table(name, columns, constraints, indexes, comment, others, form);
  }

  /** The same table in another form. */
  public Table withForm(TableForm other) {
    return new Table(name, columns, constraints, indexes, comment, partitionedBy, other);
  }
}
