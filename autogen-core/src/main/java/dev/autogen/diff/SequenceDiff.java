package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.OwnSequence;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The differences between sequences. */
final class SequenceDiff {

  private final Schema target;
  private final Schema actual;
  private final List<TablePair> pairs;
  private final Map<QualifiedName, TablePair> pairsByName = new HashMap<>();
  private final OrderedOperations changes;
  private final Map<QualifiedName, Table> targetTables = new HashMap<>();
  private final Map<QualifiedName, Table> actualTables = new HashMap<>();
  private final TextRules text;

  SequenceDiff(
      Schema target,
      Schema actual,
      List<TablePair> pairs,
      OrderedOperations changes,
      TextRules text) {
    this.target = target;
    this.actual = actual;
    this.pairs = pairs;
    pairs.forEach(pair -> pairsByName.put(pair.target().name(), pair));
    this.changes = changes;
    this.text = text;
    target.tables().forEach(table -> targetTables.put(table.name(), table));
    actual.tables().forEach(table -> actualTables.put(table.name(), table));
  }

  void compare() {
    Map<QualifiedName, Sequence> others = new HashMap<>();
    actual.sequences().forEach(sequence -> others.put(sequence.name(), sequence));
    for (Sequence sequence : target.sequences()) {
      if (isPartOf(targetTables, sequence)) {
        continue;
      }
      Sequence found = others.remove(sequence.name());
      Sequence other = found == null ? null : found.withDefaultColumns(List.of());
      if (other == null) {
        create(sequence);
      } else if (!isAlike(sequence, other)) {
        changes.add(
            Phase.CREATE_TYPE,
            new AlterSequence(
                other,
                other
                    .from(sequence.start(), sequence.increment())
                    .withCache(sequence.cache() == 1 ? other.cache() : sequence.cache())
                    .withRange(sequence.range().orElse(other.range()))));
      }
    }
    Set<QualifiedName> literals = literalsOfDefaults();
    for (Sequence sequence : actual.sequences()) {
      boolean isWanted =
          !others.containsKey(sequence.name())
              || sequence.defaultColumns().stream().anyMatch(this::keepsDefault)
              || literals.stream().anyMatch(name -> isNamedBy(sequence, name));
      if (others.containsKey(sequence.name())) {
        keptFor(sequence)
            .ifPresent(reason -> changes.keep("sequence", sequence.name().toString(), reason));
      }
      if (!isWanted) {
        drop(sequence);
      } else if (sequence.owner() != null && isLeft(sequence)) {
        disown(sequence);
      }
    }
  }

  private void create(Sequence sequence) {
    Sequence created =
        withColumnsThatHaveRows(sequence).withOwner(null).withDefaultColumns(List.of());
    changes.add(Phase.CREATE_TYPE, new CreateSequence(created));
    if (sequence.owner() != null) {
      changes.add(Phase.ADD_KEY, new OwnSequence(sequence.name(), null, sequence.owner()));
    }
  }

  /** A new sequence that numbers only the columns whose rows may already have numbers. */
  private Sequence withColumnsThatHaveRows(Sequence sequence) {
    return sequence.withNumberedColumns(
        sequence.numberedColumns().stream()
            .filter(column -> sequence.increment() > 0 && isThere(column))
            .toList());
  }

  private boolean isThere(Sequence.Owner column) {
    TablePair pair = pairsByName.get(column.table());
    TablePair.ColumnPair columns = pair == null ? null : pair.columns().get(column.column());
    return columns != null && pair.rules().comparable(columns.actual(), columns.target());
  }

  /**
   * Whether both sequences are alike. A model that says nothing about cache or range accepts the
   * database's.
   */
  private static boolean isAlike(Sequence target, Sequence actual) {
    return target.start() == actual.start()
        && target.increment() == actual.increment()
        && (target.cache() == 1 || target.cache() == actual.cache())
        && target.range().holdsFor(actual.range());
  }

  private void drop(Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    if (owner == null) {
      changes.add(Phase.DROP_TYPE, new DropSequence(sequence.withDefaultColumns(List.of())));
    } else if (isLeft(sequence)) {
      disown(sequence);
      changes.add(
          Phase.DROP_TYPE,
          new DropSequence(
              withColumnsThatHaveRows(sequence.withOwner(null).withNumberedColumns(List.of(owner)))
                  .withDefaultColumns(List.of())));
    }
  }

  private void disown(Sequence sequence) {
    changes.add(Phase.DROP_KEY, new OwnSequence(sequence.name(), sequence.owner(), null));
  }

  /** Whether the column that owns a sequence is dropped, or no longer uses it. */
  private boolean isLeft(Sequence sequence) {
    Sequence.Owner owner = Objects.requireNonNull(sequence.owner());
    return !isPartOf(actualTables, sequence)
        && (isGone(owner) || (sequence.defaultColumns().contains(owner) && !keepsDefault(owner)));
  }

  /**
   * Whether the owning column fully describes the sequence, as an identity or a serial type does.
   */
  private static boolean isPartOf(Map<QualifiedName, Table> tables, Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    return owner != null
        && Optional.ofNullable(tables.get(owner.table()))
            .flatMap(table -> table.column(owner.column()))
            .map(Column::identity)
            .filter(
                identity ->
                    identity.kind() != Identity.Kind.SERIAL
                        || sequence.defaultColumns().contains(owner))
            .isPresent();
  }

  private boolean isGone(Sequence.Owner owner) {
    TablePair pair = pairsByName.get(owner.table());
    return pair == null
        ? actualTables.containsKey(owner.table())
        : !pair.columns().containsKey(owner.column());
  }

  /** Whether a column keeps its default that uses a sequence. */
  private boolean keepsDefault(Sequence.Owner column) {
    TablePair pair = pairsByName.get(column.table());
    if (pair == null) {
      return !actualTables.containsKey(column.table());
    }
    TablePair.ColumnPair columns = pair.columns().get(column.column());
    return columns != null
        && Objects.equals(columns.actual().identity(), columns.target().identity())
        && Objects.equals(columns.actual().serverDefault(), columns.target().serverDefault());
  }

  /** Why a sequence stays: an ignored column uses it. Empty if none does. */
  private Optional<String> keptFor(Sequence sequence) {
    return sequence.defaultColumns().stream()
        .filter(column -> !pairsByName.containsKey(column.table()) && keepsDefault(column))
        .findFirst()
        .map(
            column ->
                "the ignored column "
                    + column.table()
                    + "."
                    + column.column()
                    + " takes its values from it");
  }

  /** The names in literals of the model's defaults that use {@code nextval}. */
  private Set<QualifiedName> literalsOfDefaults() {
    Set<QualifiedName> literals = new HashSet<>();
    for (Table table : target.tables()) {
      for (Column column : table.columns()) {
        if (column.serverDefault() != null
            && text.words().mentions(column.serverDefault(), "nextval")) {
          text.words().literals(column.serverDefault()).stream()
              .filter(literal -> !literal.isBlank())
              .map(literal -> SqlType.parse(literal).qualifiedName())
              .forEach(literals::add);
        }
      }
    }
    return literals;
  }

  /**
   * Whether a literal names a sequence. A literal without a schema may mean any schema, because the
   * search path decides.
   */
  private static boolean isNamedBy(Sequence sequence, QualifiedName literal) {
    String schema = sequence.name().schema();
    return literal.name().equals(sequence.name().name())
        && (schema == null || literal.schema() == null || schema.equals(literal.schema()));
  }
}
