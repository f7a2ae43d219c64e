package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares two schemas in canonical form. It knows no dialect: what only the database can tell
 * comes through {@link DatabaseRules}.
 */
public final class Diff {

  private final Schema target;
  private final Schema actual;
  private final Schema whole;
  private final Selection selection;
  private final Renames renames;
  private final DiffOptions options;
  private final TextRules text;
  private final ImpossibleForeignKeys unkeyed;

  private Diff(Schema target, Schema actual, DiffOptions options, TextRules text) {
    this.selection = new Selection(options);
    this.renames = Renames.of(target, actual, options, text);
    this.whole = renames.actual();
    this.unkeyed = new ImpossibleForeignKeys(whole);
    this.target = unkeyed.without(ComparedSchema.of(target, selection, whole, text.words()));
    this.actual = ComparedSchema.of(whole, selection, whole, text.words());
    this.options = options;
    this.text = text;
  }

  /**
   * The expressions whose equality their text does not decide. Ask the database for its words
   * before {@link #compare}.
   */
  public static List<Expression> doubtful(
      Schema target, Schema actual, DiffOptions options, TextRules text) {
    return new Diff(target, actual, options, text).doubtful();
  }

  /** The part of a schema that the options do not leave alone. */
  public static Schema compared(Schema schema, DiffOptions options, TextRules text) {
    Selection selection = new Selection(options);
    Schema visible = ComparedSchema.of(schema, selection, schema, text.words());
    return selection.isEverything()
        ? schema
        : visible.withTables(
            visible.tables().stream()
                .map(table -> IgnoreRules.compared(table, selection))
                .toList());
  }

  /** The operations that make {@code actual} equal to {@code target}, and their inverse. */
  public static Comparison compare(
      Schema target, Schema actual, DatabaseRules rules, DiffOptions options) {
    return compare(target, actual, rules, options, List.of());
  }

  /**
   * The same, with regard for what hangs on tables and no model can name.
   *
   * @param objects what there is, in an order in which it can be dropped
   */
  public static Comparison compare(
      Schema target,
      Schema actual,
      DatabaseRules rules,
      DiffOptions options,
      List<DatabaseObject> objects) {
    return new Diff(target, actual, options, rules.text()).compare(rules, objects);
  }

  /** Whether something that no model can name may hang on what a comparison found. */
  public static boolean mayDisturb(Comparison comparison) {
    return comparison.operations().stream().anyMatch(AffectedObjects::isPossible)
        || comparison.downgrade().stream().anyMatch(AffectedObjects::isPossible);
  }

  private List<Expression> doubtful() {
    Map<QualifiedName, Table> actualTables = byName(actual);
    List<Expression> doubts = new ArrayList<>();
    for (Table table : target.tables()) {
      Table other = actualTables.get(table.name());
      if (other != null) {
        doubts.addAll(AmbiguousExpressions.of(table, other, text.words()));
      }
    }
    return doubts.stream().distinct().toList();
  }

  private Comparison compare(DatabaseRules rules, List<DatabaseObject> objects) {
    OrderedOperations changes = new OrderedOperations();
    options.extras().stream()
        .filter(extra -> selection.isExtraCompared(extra.kind(), extra.name()))
        .forEach(extra -> changes.add(OrderedOperations.Phase.DROP_EXTRA, extra.drop()));
    changes.add(OrderedOperations.Phase.RENAME, renames.operations());
    new NamespaceDiff(target, actual, changes).compare();
    Map<QualifiedName, Table> actualTables = byName(actual);
    Map<QualifiedName, Table> targetTables = byName(target);
    List<TablePair> pairs = new ArrayList<>();
    List<Table> created = new ArrayList<>();
    for (Table table : target.tables()) {
      Table other = actualTables.get(table.name());
      if (other == null) {
        created.add(table);
      } else {
        pairs.add(new TablePair(table, other, target, actual, rules, options, selection));
      }
    }
    KeyChanges keyChanges = new KeyChanges(pairs, changes);
    List<TableDiff> tables =
        pairs.stream().map(pair -> new TableDiff(pair, keyChanges, changes)).toList();
    tables.forEach(TableDiff::compare);
    tables.forEach(TableDiff::compareForeignKeys);
    TableOrder order = new TableOrder(actualTables, keyChanges);
    order.create(created, changes);
    order.drop(
        actual.tables().stream()
            .filter(table -> !targetTables.containsKey(table.name()))
            .map(table -> whole.table(table.name()).orElseThrow())
            .toList(),
        changes);
    new TypeAndSequenceDiff(target, actual, pairs, changes, text).compare();
    FilterChain filters = new FilterChain(options.filters());
    IgnoreRules restraint = new IgnoreRules(selection, whole, actual, text.words());
    List<Operation> compared =
        InheritedChanges.without(
            whole,
            filters.apply(
                restraint.apply(
                    new DefaultNames(whole, text.names().maximum()).fill(changes.ordered()))));
    DependentObjects surroundings = new DependentObjects(objects, compared);
    List<Operation> operations =
        surroundings.upgrade(
            compared, new AffectedObjects(compared, List.of(whole, target)), rules);
    List<Operation> undone =
        MigrationSteps.downgrade(
            compared, whole, rules, new ColumnConversions(target, whole, rules));
    List<Operation> downgrade =
        surroundings.downgrade(undone, new AffectedObjects(undone, List.of(whole, target)));
    return new Comparison(
        operations,
        operations.stream().map(operation -> MigrationSteps.upgrade(operation, rules)).toList(),
        downgrade,
        Stream.of(unkeyed.leftOut(), changes.kept(), restraint.kept())
            .flatMap(List::stream)
            .toList(),
        filters.filtered(),
        renames.refused(),
        surroundings.obstacles(),
        surroundings.involved());
  }

  private static Map<QualifiedName, Table> byName(Schema schema) {
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    schema.tables().forEach(table -> tables.put(table.name(), table));
    return tables;
  }
}
