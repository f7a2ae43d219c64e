package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The differences between the constraints of two tables. They are matched by what they constrain; a
 * name counts only where the target gives one.
 */
final class ConstraintDiff {

  private final TablePair pair;
  private final ConstraintEquivalence equivalence;
  private final ConstraintColumns constraintColumns;
  private final OrderedOperations changes;
  private final QualifiedName table;

  ConstraintDiff(TablePair pair, KeyChanges keyChanges, OrderedOperations changes) {
    this.pair = pair;
    this.equivalence = new ConstraintEquivalence(pair, keyChanges);
    this.constraintColumns = new ConstraintColumns(pair, keyChanges);
    this.changes = changes;
    this.table = pair.target().name();
  }

  /** Compares all but the foreign keys. */
  void compare() {
    if (pair.options().compareChecks()) {
      compare(pair.target().checks(), pair.actual().checks(), equivalence::same);
    }
    compare(
        pair.target().primaryKey().stream().toList(),
        pair.actual().primaryKey().stream().toList(),
        equivalence::same);
    List<UniqueConstraint> spare = RedundantUniques.of(pair.target());
    List<UniqueConstraint> uniques = new ArrayList<>(uniques());
    uniques.removeAll(spare);
    uniques.addAll(spare);
    compare(uniques, pair.actual().uniques(), equivalence::same, spare);
  }

  void compareForeignKeys() {
    compare(pair.target().foreignKeys(), pair.actual().foreignKeys(), equivalence::same);
  }

  /** The target's uniques, without unnamed ones that a unique index of the database enforces. */
  private List<UniqueConstraint> uniques() {
    Set<List<String>> enforced = new HashSet<>();
    pair.actual().indexes().stream()
        .filter(pair::isEnforcing)
        .map(ConstraintDiff::plainColumns)
        .forEach(enforced::add);
    pair.actual().uniques().forEach(unique -> enforced.remove(unique.columns()));
    return pair.target().uniques().stream()
        .filter(
            unique ->
                !(unique.equals(UniqueConstraint.of(null, unique.columns()))
                    && enforced.contains(unique.columns())))
        .toList();
  }

  static List<String> plainColumns(Index index) {
    return index.elements().stream().map(Index.Element::text).toList();
  }

  private <C extends Constraint> void compare(
      List<C> targets, List<C> actuals, BiPredicate<C, C> same) {
    compare(targets, actuals, same, List.of());
  }

  private <C extends Constraint> void compare(
      List<C> targets, List<C> actuals, BiPredicate<C, C> same, List<C> spare) {
    MemberMatches<C> matches = MemberMatches.of(targets, actuals, Constraint::name, same);
    IgnoredMembers<C> ignored =
        IgnoredMembers.of(
            matches, each -> pair.selection().isCompared(table, each), constraintColumns::subject);
    for (C dropped : matches.onlyActual()) {
      if (ignored.isLeftAlone(dropped)) {
        makeWay(dropped);
        continue;
      }
      String reason = ConstraintEquivalence.reasonToKeep(dropped);
      if (reason == null || isToDrop(dropped)) {
        changes.add(phase(dropped, false), new DropConstraint(table, dropped));
      } else {
        keep(dropped, reason);
      }
    }
    Map<C, C> wanted = new IdentityHashMap<>();
    matches.pairs().forEach(each -> wanted.put(each.actual(), each.target()));
    for (C stays : actuals) {
      C target = wanted.get(stays);
      String reason = target == null ? null : ConstraintEquivalence.beyondTarget(target, stays);
      if (reason != null) {
        keep(stays, reason);
      }
    }
    for (C added : matches.onlyTarget()) {
      if (!spare.contains(added) && !ignored.isLeftAlone(added)) {
        changes.add(
            phase(added, true), new AddConstraint(table, PartitionKeys.with(added, pair.actual())));
      }
    }
    matches.renamed().stream()
        .filter(names -> names.names().allMatch(name -> isCompared(targets.get(0), name)))
        .forEach(
            names ->
                changes.add(Phase.COLUMN, new RenameConstraint(table, names.from(), names.to())));
  }

  /**
   * Drops an ignored constraint with its columns. Where its columns stay but change, adds it again.
   */
  private void makeWay(Constraint ignored) {
    if (constraintColumns.cannotStay(ignored)) {
      changes.add(phase(ignored, false), new DropConstraint(table, ignored));
      if (constraintColumns.stay(ignored)) {
        changes.add(phase(ignored, true), new AddConstraint(table, ignored));
      }
    }
  }

  private boolean isCompared(Constraint ofKind, String name) {
    return pair.selection().isCompared(table, ofKind.withName(name));
  }

  /**
   * Whether a constraint is dropped: the settings ask for it, one of its columns is dropped or
   * changed, or the target needs its name.
   */
  private boolean isToDrop(Constraint constraint) {
    List<String> columns =
        constraint instanceof UniqueConstraint unique
            ? unique.columns()
            : constraint instanceof ForeignKey key ? key.columns() : List.of();
    return pair.options().databaseOnly().contains("constraint")
        || pair.target().constraints().stream()
            .anyMatch(other -> Objects.equals(other.name(), constraint.name()))
        || columns.stream()
            .anyMatch(
                name ->
                    !pair.columns().containsKey(name)
                        || pair.isConverted(name)
                        || pair.isRecreated(name));
  }

  private void keep(Constraint constraint, String reason) {
    changes.keep("constraint", table + "." + constraint.name(), reason);
  }

  private static Phase phase(Constraint constraint, boolean added) {
    if (constraint instanceof ForeignKey) {
      return added ? Phase.ADD_FOREIGN_KEY : Phase.DROP_FOREIGN_KEY;
    }
    return added ? Phase.ADD_KEY : Phase.DROP_KEY;
  }
}
