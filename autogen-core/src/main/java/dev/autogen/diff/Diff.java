package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two schemas in canonical form. It knows no dialect: what only the database can tell
 * comes through {@link DatabaseRules}.
 */
public final class Diff {

  private final Schema model;
  private final Schema database;
  private final BiFunction<Schema, QualifiedName, Schema> spelledOut;
  private final Schema target;
  private final Schema actual;
  private final Schema whole;
  private final Selection selection;
  private final Renames renames;
  private final DiffOptions options;
  private final TextRules text;
  private final ImpossibleForeignKeys impossibleKeys;

  /** All differences, if some of them may be tolerated; empty otherwise. */
  private final List<Difference> all;

  private Diff(
      Schema target,
      Schema actual,
      BiFunction<Schema, QualifiedName, Schema> spelledOut,
      DiffOptions options,
      TextRules text,
      List<Difference> all) {
    this.model = target;
    this.database = actual;
    this.spelledOut = spelledOut;
    this.all = all;
    this.selection = new Selection(options);
    this.renames = Renames.of(target, actual, spelledOut, options, text);
    this.whole = withDefaultsOfKeptSequences(target, renames.actual(), spelledOut);
    this.impossibleKeys = new ImpossibleForeignKeys(whole);
    this.target = impossibleKeys.without(ComparedSchema.of(target, selection, whole, text.words()));
    this.actual = ComparedSchema.of(whole, selection, whole, text.words());
    this.options = options;
    this.text = text;
  }

  /**
   * Prepares the comparison of two schemas.
   *
   * @param spelledOut writes out which sequences the columns of a table use
   */
  public static Diff of(
      Schema target,
      Schema actual,
      BiFunction<Schema, QualifiedName, Schema> spelledOut,
      DiffOptions options,
      TextRules text) {
    return new Diff(target, actual, spelledOut, options, text, List.of());
  }

  /**
   * The database's schema, with defaults written out where the model keeps a sequence and its
   * owning column is dropped.
   */
  private static Schema withDefaultsOfKeptSequences(
      Schema target, Schema actual, BiFunction<Schema, QualifiedName, Schema> spelledOut) {
    Schema result = actual;
    for (Sequence sequence : actual.sequences()) {
      Sequence.Owner owner = sequence.owner();
      if (owner != null
          && target.sequence(sequence.name()).isPresent()
          && target.table(owner.table()).flatMap(it -> it.column(owner.column())).isEmpty()) {
        result = spelledOut.apply(result, owner.table());
      }
    }
    return result;
  }

  /** The part of a schema that the options do not ignore. */
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
    return of(target, actual, rules::spelledOut, options, rules.text())
        .tolerating(rules)
        .differences(rules)
        .comparison(List.of());
  }

  /**
   * The expressions that differ in text but may be equal. Ask the database how it prints them
   * before {@link #differences}.
   */
  public List<Expression> ambiguous() {
    Map<QualifiedName, Table> actualTables = byName(actual);
    List<Expression> ambiguous = new ArrayList<>();
    for (Table table : target.tables()) {
      Table other = actualTables.get(table.name());
      if (other != null) {
        ambiguous.addAll(AmbiguousExpressions.of(table, other, text.words()));
      }
    }
    return ambiguous.stream().distinct().toList();
  }

  /**
   * The comparison with a model that has what is tolerated as the database has it. Ask the database
   * about its {@link #ambiguous} expressions, too.
   *
   * @throws dev.autogen.schema.AutogenException if a setting names no kind of difference
   */
  public Diff tolerating(DatabaseRules rules) {
    Tolerance tolerance = options.tolerance();
    if (tolerance.isNone()) {
      return this;
    }
    KeepRules keep = new KeepRules(tolerance.keep(), rules, options.defaultSchema());
    List<Difference> found = DifferenceList.of(propose(rules).operations(), text.words());
    Map<Boolean, List<Difference>> tolerated =
        found.stream()
            .collect(
                Collectors.partitioningBy(
                    each -> tolerance.accepted().contains(each.key()) || keep.keeps(each)));
    return new Diff(
        ToleratedTarget.of(
            model, renames.actual(), tolerated.get(true), tolerated.get(false), text),
        database,
        spelledOut,
        options,
        text,
        found);
  }

  /**
   * The differences between the two schemas. The project's filters have already decided on each
   * operation.
   */
  public Differences differences(DatabaseRules rules) {
    Proposal proposal = propose(rules);
    FilterChain.Outcome outcome = options.filters().apply(proposal.operations());
    ToleratedDifferences tolerated =
        options.tolerance().isNone()
            ? ToleratedDifferences.NONE
            : ToleratedDifferences.of(
                all,
                DifferenceList.of(proposal.operations(), text.words()),
                options.tolerance().accepted());
    return new Differences(
        InheritedChanges.without(whole, outcome.operations()),
        whole,
        target,
        rules,
        proposal.kept(),
        tolerated,
        outcome.filtered(),
        renames.refused());
  }

  /** The operations before the project's filters, and the objects that stay without a setting. */
  private record Proposal(List<Operation> operations, List<KeptObject> kept) {}

  private Proposal propose(DatabaseRules rules) {
    OrderedOperations changes = new OrderedOperations();
    CompositeDefaults defaults = new CompositeDefaults(target, this.actual);
    Schema actual = defaults.actual();
    options.extras().stream()
        .filter(extra -> selection.isExtraCompared(extra.kind(), extra.name()))
        .forEach(extra -> changes.add(OrderedOperations.Phase.DROP_EXTRA, extra.drop()));
    changes.add(OrderedOperations.Phase.RENAME, renames.operations());
    defaults.drops().forEach(each -> changes.add(OrderedOperations.Phase.DROP_KEY, each));
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
    CompositeTypeDiff composites = new CompositeTypeDiff(target, actual, changes);
    composites.drop();
    new EnumTypeDiff(target, actual, pairs, composites, changes, text).compare();
    composites.createAndAlter();
    new SequenceDiff(target, actual, pairs, changes, text).compare();
    IgnoreRules ignored = new IgnoreRules(selection, whole, actual, text.words());
    List<Operation> operations =
        ignored.apply(new DefaultNames(whole, text.names().maximum()).fill(changes.ordered()));
    return new Proposal(
        operations,
        Stream.of(impossibleKeys.leftOut(), changes.kept(), ignored.kept())
            .flatMap(List::stream)
            .toList());
  }

  private static Map<QualifiedName, Table> byName(Schema schema) {
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    schema.tables().forEach(table -> tables.put(table.name(), table));
    return tables;
  }
}
