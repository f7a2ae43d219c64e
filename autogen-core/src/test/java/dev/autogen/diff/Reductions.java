package dev.autogen.diff;

import dev.autogen.operation.ColumnUses;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The schemas that have one thing less than another, large things first. */
final class Reductions {

  private static final ColumnUses USES = new ColumnUses(PostgreSql.TEXT.words());

  private final Schema schema;
  private final Map<String, Schema> results = new LinkedHashMap<>();

  private Reductions(Schema schema) {
    this.schema = schema;
  }

  /** Each smaller schema under a description of what is gone. */
  static Map<String, Schema> of(Schema schema) {
    Reductions reductions = new Reductions(schema);
    schema.tables().forEach(reductions::withoutTable);
    schema.tables().forEach(reductions::columns);
    schema.tables().forEach(reductions::members);
    reductions.sequences();
    reductions.enumTypes();
    return reductions.results;
  }

  private void withoutTable(Table table) {
    List<Table> rest =
        schema.tables().stream().filter(other -> !other.name().equals(table.name())).toList();
    add("table " + table.name(), schema.withTables(withoutKeysTo(rest, table, key -> true)));
  }

  private static List<Table> withoutKeysTo(
      List<Table> tables, Table target, Predicate<ForeignKey> which) {
    return tables.stream()
        .map(
            table ->
                constrained(
                    table,
                    constraint ->
                        !(constraint instanceof ForeignKey key
                            && key.referencedTable().equals(target.name())
                            && which.test(key))))
        .toList();
  }

  private static Table constrained(Table table, Predicate<Constraint> kept) {
    return table.withConstraints(table.constraints().stream().filter(kept).toList());
  }

  private void columns(Table table) {
    for (Column column : table.columns()) {
      String what = "column " + table.name() + "." + column.name();
      withoutColumn(what, table, column);
      boolean isKey =
          table.primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
      replace(what + " default", table, column, column.withServerDefault(null));
      replace(what + " comment", table, column, column.withComment(null));
      replace(what + " collation", table, column, column.withCollation(null));
      replace(what + " identity", table, column, column.withIdentity(null));
      replace(what + " generated", table, column, column.withGenerated(null));
      replace(what + " not null", table, column, column.withNullable(!isKey));
    }
  }

  private void withoutColumn(String what, Table table, Column column) {
    Set<String> gone = new HashSet<>(Set.of(column.name()));
    table.columns().stream()
        .filter(other -> other.generated() != null)
        .filter(
            other ->
                PostgreSql.TEXT.words().mentions(other.generated().expression(), column.name()))
        .forEach(other -> gone.add(other.name()));
    Table smaller =
        constrained(
                table, constraint -> gone.stream().noneMatch(name -> USES.uses(constraint, name)))
            .withIndexes(
                table.indexes().stream()
                    .filter(index -> gone.stream().noneMatch(name -> USES.uses(index, name)))
                    .toList())
            .withColumns(
                table.columns().stream().filter(other -> !gone.contains(other.name())).toList());
    if (!smaller.columns().isEmpty()) {
      add(
          what,
          schema.withTables(
              withoutKeysTo(
                  replaced(table, smaller),
                  table,
                  key -> key.referencedColumns().stream().anyMatch(gone::contains))));
    }
  }

  private void members(Table table) {
    replace("comment of " + table.name(), table, table.withComment(null));
    for (Constraint constraint : table.constraints()) {
      List<Table> tables = replaced(table, constrained(table, other -> other != constraint));
      if (!(constraint instanceof ForeignKey) && !(constraint instanceof CheckConstraint)) {
        tables = withoutKeysTo(tables, table, key -> true);
      }
      add(constraint.toString(), schema.withTables(tables));
    }
    for (Index index : table.indexes()) {
      List<Index> rest = table.indexes().stream().filter(other -> other != index).toList();
      replace(index.toString(), table, table.withIndexes(rest));
      simpler(index, rest, table);
    }
  }

  private void simpler(Index index, List<Index> rest, Table table) {
    Set<Index> simpler = new HashSet<>();
    simpler.add(index.withPredicate(null));
    simpler.add(index.withElements(index.elements().subList(0, 1)));
    simpler.add(Index.of(index.name(), index.unique(), List.of(table.columns().get(0).name())));
    simpler.remove(index);
    for (Index other : simpler) {
      List<Index> indexes = new ArrayList<>(rest);
      indexes.add(other);
      replace("simpler " + index.name() + other, table, table.withIndexes(indexes));
    }
  }

  private void sequences() {
    schema.sequences().stream()
        .filter(sequence -> !isUsed(sequence))
        .forEach(
            sequence ->
                add(
                    sequence.toString(),
                    schema.withSequences(
                        schema.sequences().stream().filter(other -> other != sequence).toList())));
  }

  private boolean isUsed(Sequence sequence) {
    return schema.tables().stream()
        .flatMap(table -> table.columns().stream())
        .anyMatch(
            column ->
                column.serverDefault() != null
                    && column.serverDefault().contains(sequence.name().name()));
  }

  private void enumTypes() {
    for (EnumType type : schema.enumTypes()) {
      boolean used =
          schema.tables().stream()
              .flatMap(table -> table.columns().stream())
              .anyMatch(column -> column.type().qualifiedName().equals(type.name()));
      List<EnumType> rest = schema.enumTypes().stream().filter(other -> other != type).toList();
      if (!used) {
        add("type " + type.name(), withEnumTypes(rest));
      }
      for (String value : type.values()) {
        if (!value.equals("ok")) {
          List<String> values = new ArrayList<>(type.values());
          values.remove(value);
          List<EnumType> shorter = new ArrayList<>(rest);
          shorter.add(new EnumType(type.name(), values, type.stringCasts()));
          add("value " + value + " of " + type.name(), withEnumTypes(shorter));
        }
      }
    }
  }

  private Schema withEnumTypes(List<EnumType> types) {
    return new Schema(schema.namespaces(), schema.tables(), schema.sequences(), types);
  }

  private void replace(String what, Table table, Column column, Column other) {
    replace(
        what,
        table,
        table.withColumns(
            table.columns().stream().map(each -> each == column ? other : each).toList()));
  }

  private void replace(String what, Table table, Table other) {
    add(what, schema.withTables(replaced(table, other)));
  }

  private List<Table> replaced(Table table, Table other) {
    return schema.tables().stream().map(each -> each == table ? other : each).toList();
  }

  private void add(String what, Schema smaller) {
    if (!smaller.equals(schema)) {
      results.put(
          what,
          smaller.withTables(
              smaller.tables().stream()
                  .map(table -> constrained(table, each -> !isLoose(each, smaller)))
                  .toList()));
    }
  }

  /** Whether a foreign key points to what is no key any more. */
  private static boolean isLoose(Constraint constraint, Schema schema) {
    return constraint instanceof ForeignKey key
        && schema
            .table(key.referencedTable())
            .filter(
                table ->
                    table
                            .primaryKey()
                            .filter(each -> each.columns().equals(key.referencedColumns()))
                            .isPresent()
                        || table.uniques().stream()
                            .anyMatch(each -> each.columns().equals(key.referencedColumns())))
            .isEmpty();
  }
}
