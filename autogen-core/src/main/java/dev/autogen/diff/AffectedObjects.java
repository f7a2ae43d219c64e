package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.Operation.AddColumn;
import dev.autogen.operation.Operation.AddConstraint;
import dev.autogen.operation.Operation.AlterColumn;
import dev.autogen.operation.Operation.AlterEnum;
import dev.autogen.operation.Operation.CreateEnum;
import dev.autogen.operation.Operation.CreateIndex;
import dev.autogen.operation.Operation.CreateSequence;
import dev.autogen.operation.Operation.CreateTable;
import dev.autogen.operation.Operation.DropColumn;
import dev.autogen.operation.Operation.DropConstraint;
import dev.autogen.operation.Operation.DropEnum;
import dev.autogen.operation.Operation.DropIndex;
import dev.autogen.operation.Operation.DropSequence;
import dev.autogen.operation.Operation.DropTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What operations do to the things that other objects may hang on, in the names of {@link
 * dev.autogen.schema.DatabaseObject#uses}.
 */
final class AffectedObjects {

  private final List<Schema> schemas;
  private final Set<String> made = new HashSet<>();
  private final List<AlterColumn> retyped = new ArrayList<>();

  /**
   * What a migration's operations do.
   *
   * @param schemas the schemas before and after, for the columns of a type that is made anew
   */
  AffectedObjects(List<Operation> operations, List<Schema> schemas) {
    this.schemas = schemas;
    operations.forEach(this::note);
  }

  private void note(Operation operation) {
    if (operation instanceof CreateTable create) {
      made.addAll(members(create.table()));
    } else if (operation instanceof AddColumn add) {
      made.add(add.table() + "." + add.column().name());
    } else if (operation instanceof AddConstraint add) {
      made.add("constraint " + add.table() + "." + add.constraint().name());
    } else if (operation instanceof CreateIndex create) {
      made.add("index " + create.table().withName(String.valueOf(create.index().name())));
    } else if (operation instanceof CreateSequence create) {
      made.add("sequence " + create.sequence().name());
    } else if (operation instanceof CreateEnum create) {
      made.add("type " + create.type().name());
    } else if (operation instanceof AlterEnum change && !change.addsInPlace()) {
      made.add("type " + change.to().name());
    } else if (operation instanceof AlterColumn change && changesType(change)) {
      retyped.add(change);
    }
  }

  /**
   * What is made, or made anew.
   *
   * @param lasting whether what is set of a column holds for the type that it gets
   */
  Set<String> made(Predicate<AlterColumn> lasting) {
    Set<String> names = new HashSet<>(made);
    retyped.stream()
        .filter(lasting)
        .forEach(change -> names.add("type of " + change.table() + "." + change.to().name()));
    return names;
  }

  /** What an operation takes away or changes, so that nothing may hang on it. */
  Set<String> of(Operation operation) {
    if (operation instanceof DropTable drop) {
      return members(drop.table());
    } else if (operation instanceof DropColumn drop) {
      return column(drop.table(), drop.column().name());
    } else if (operation instanceof DropConstraint drop) {
      return Set.of("constraint " + drop.table() + "." + drop.constraint().name());
    } else if (operation instanceof DropEnum drop) {
      return Set.of("type " + drop.type().name());
    } else if (operation instanceof DropSequence drop) {
      return Set.of(drop.sequence().name().toString());
    } else if (operation instanceof AlterEnum change && !change.addsInPlace()) {
      return ofType(change.to().name());
    } else if (operation instanceof AlterColumn change && changesType(change)) {
      return column(change.table(), change.to().name());
    }
    return Set.of();
  }

  /** Whether what an operation takes away is there again in the end, or was changed alone. */
  boolean isKept(Operation operation, String name) {
    return operation instanceof AlterColumn
        || operation instanceof AlterEnum
        || (!(operation instanceof DropTable) && made.contains(name));
  }

  /** Why a database refuses to change or drop a column by which its table's rows are laid out. */
  Optional<String> partitioned(Operation operation) {
    QualifiedName table =
        operation instanceof DropColumn drop
            ? drop.table()
            : operation instanceof AlterColumn change && changesType(change)
                ? change.table()
                : null;
    return table == null
        ? Optional.empty()
        : schemas.stream()
            .flatMap(schema -> schema.table(table).stream())
            .flatMap(found -> found.partitionedBy().stream())
            .filter(name -> of(operation).contains(table + "." + name))
            .findFirst()
            .map(
                name ->
                    "The table "
                        + table
                        + " is laid into partitions by "
                        + name
                        + ", so that the database refuses to "
                        + operation.summary()
                        + ". Create another table in the migration, copy the rows and rename the"
                        + " two; or leave the column alone by [diff] ignore = [\"column:"
                        + table
                        + "."
                        + name
                        + "\"].");
  }

  /**
   * Whether something may hang on what an operation does, or may have to be said again after it.
   */
  static boolean isPossible(Operation operation) {
    return operation instanceof DropTable
        || operation instanceof DropColumn
        || operation instanceof DropConstraint
        || operation instanceof DropIndex
        || operation instanceof DropEnum
        || operation instanceof DropSequence
        || operation instanceof AlterEnum
        || (operation instanceof AlterColumn change && changesType(change));
  }

  /** Also a virtual column that becomes a plain one is another column then. */
  private static boolean changesType(AlterColumn change) {
    Column from = change.from();
    Column to = change.to();
    return !from.type().equals(to.type())
        || !Objects.equals(from.collation(), to.collation())
        || (from.generated() != null && !from.generated().stored() && to.generated() == null);
  }

  /** A column, and what tables that inherit it have of it. */
  private Set<String> column(QualifiedName table, String name) {
    Set<String> names = new HashSet<>(Set.of(table + "." + name));
    for (Schema schema : schemas) {
      schema.tables().stream()
          .filter(child -> child.form().inherits().contains(table))
          .forEach(child -> names.addAll(column(child.name(), name)));
    }
    return names;
  }

  private Set<String> ofType(QualifiedName type) {
    Set<String> names = new HashSet<>(Set.of("type " + type));
    for (Schema schema : schemas) {
      for (Table table : schema.tables()) {
        table.columns().stream()
            .filter(column -> column.type().qualifiedName().equals(type))
            .forEach(column -> names.add(table.name() + "." + column.name()));
      }
    }
    return names;
  }

  private static Set<String> members(Table table) {
    Set<String> names = new HashSet<>(Set.of(table.name().toString()));
    table.columns().forEach(column -> names.add(table.name() + "." + column.name()));
    List<String> constraints = new ArrayList<>();
    table.constraints().forEach(each -> constraints.add(String.valueOf(each.name())));
    constraints.forEach(each -> names.add("constraint " + table.name() + "." + each));
    table.indexes().forEach(each -> names.add("index " + table.name().withName(each.name())));
    return names;
  }
}
