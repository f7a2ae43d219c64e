package dev.autogen.diff;

import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Member;
import dev.autogen.operation.Member.Kind;
import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What operations do to the objects that others may depend on. Names are written as in {@link
 * dev.autogen.schema.DatabaseObject#uses}.
 */
final class AffectedObjects {

  private final List<Schema> schemas;
  private final Set<String> made = new HashSet<>();
  private final List<AlterColumn> retyped = new ArrayList<>();

  /**
   * Collects what a migration's operations do.
   *
   * @param schemas the schemas before and after; they tell which columns are of a type that is
   *     created anew
   */
  AffectedObjects(List<Operation> operations, List<Schema> schemas) {
    this.schemas = schemas;
    for (Operation operation : operations) {
      operation.makes().forEach(member -> made.add(madeName(member)));
      made.addAll(PartitionMembers.madeAnew(operation));
      if (operation instanceof AlterColumn change && change.makesOther()) {
        retyped.add(change);
      }
    }
  }

  private static String madeName(Member member) {
    return member.kind() == Kind.SEQUENCE ? "sequence " + member.object() : name(member);
  }

  private static String name(Member member) {
    QualifiedName object = member.object();
    return switch (member.kind()) {
      case TABLE, SEQUENCE -> object.toString();
      case COLUMN -> object + "." + member.name();
      case CONSTRAINT -> "constraint " + object + "." + member.name();
      case INDEX -> "index " + object.withName(String.valueOf(member.name()));
      case TYPE -> "type " + object;
    };
  }

  /**
   * The names of what is created or created anew, and of members that the partitions need anew.
   *
   * @param lasting whether settings of a column, such as its statistics, still fit the new type
   */
  Set<String> made(Predicate<AlterColumn> lasting) {
    Set<String> names = new HashSet<>(made);
    retyped.stream()
        .filter(lasting)
        .forEach(change -> names.add("type of " + change.table() + "." + change.to().name()));
    return names;
  }

  /**
   * The names of what an operation drops or changes. No other object may depend on these meanwhile.
   */
  Set<String> of(Operation operation) {
    Set<String> names = new HashSet<>();
    for (Member member : operation.takes()) {
      names.add(name(member));
      if (member.kind() == Kind.COLUMN && !takesTable(operation)) {
        names.addAll(inherited(member));
      } else if (member.kind() == Kind.TYPE && operation.makesAnew()) {
        names.addAll(columnsOf(member.object()));
      }
    }
    return names;
  }

  private static boolean takesTable(Operation operation) {
    return operation.takes().stream().anyMatch(member -> member.kind() == Kind.TABLE);
  }

  /** Whether what an operation drops or changes exists again at the end. */
  boolean isKept(Operation operation, String name) {
    return operation.makesAnew() || (!takesTable(operation) && made.contains(name));
  }

  /**
   * Why a database refuses to change or drop a column that is part of the table's partition key.
   */
  Optional<String> partitioned(Operation operation) {
    if (takesTable(operation)) {
      return Optional.empty();
    }
    return operation.takes().stream()
        .filter(member -> member.kind() == Kind.COLUMN)
        .filter(member -> isPartitionKey(member.object(), String.valueOf(member.name())))
        .findFirst()
        .map(
            column ->
                "The table "
                    + column.object()
                    + " is laid into partitions by "
                    + column.name()
                    + ", so that the database refuses to "
                    + operation.summary()
                    + ". Create another table in the migration, copy the rows and rename the two;"
                    + " or leave the column alone by [diff] ignore = [\"column:"
                    + name(column)
                    + "\"].");
  }

  private boolean isPartitionKey(QualifiedName table, String column) {
    return schemas.stream()
        .flatMap(schema -> schema.table(table).stream())
        .anyMatch(found -> found.partitionedBy().contains(column));
  }

  /**
   * Whether other objects may depend on what an operation changes, or may have to be restored after
   * it.
   */
  static boolean isPossible(Operation operation) {
    return !operation.takes().isEmpty() || operation.alteredType().isPresent();
  }

  /** The names of a column in the tables that inherit it. */
  private Set<String> inherited(Member column) {
    Set<String> names = new HashSet<>();
    for (Schema schema : schemas) {
      schema.tables().stream()
          .filter(child -> child.form().inherits().contains(column.object()))
          .map(child -> Member.column(child.name(), String.valueOf(column.name())))
          .forEach(
              child -> {
                names.add(name(child));
                names.addAll(inherited(child));
              });
    }
    return names;
  }

  private Set<String> columnsOf(QualifiedName type) {
    Set<String> names = new HashSet<>();
    for (Schema schema : schemas) {
      Set<QualifiedName> types = new HashSet<>(Set.of(type));
      schema.compositeTypesOver(type).forEach(each -> types.add(each.name()));
      for (Table table : schema.tables()) {
        table.columns().stream()
            .filter(column -> types.contains(column.type().qualifiedName()))
            .forEach(column -> names.add(table.name() + "." + column.name()));
      }
    }
    return names;
  }
}
