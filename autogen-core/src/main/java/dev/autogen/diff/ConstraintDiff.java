package dev.autogen.diff;

import dev.autogen.diff.Changes.Phase;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The differences between the constraints of two tables. They are matched by what they constrain; a
 * name counts only where the target gives one.
 */
final class ConstraintDiff {

  private final TablePair pair;
  private final KeyChanges keyChanges;
  private final Changes changes;
  private final QualifiedName table;

  ConstraintDiff(TablePair pair, KeyChanges keyChanges, Changes changes) {
    this.pair = pair;
    this.keyChanges = keyChanges;
    this.changes = changes;
    this.table = pair.target().name();
  }

  void compare() {
    if (pair.options().compareChecks()) {
      compare(
          pair.target().checks(),
          pair.actual().checks(),
          (one, other) ->
              !pair.isDisturbed(other.expression())
                  && pair.same(Kind.CHECK, null, one.expression(), other.expression()));
    }
    compare(
        pair.target().primaryKey().stream().toList(),
        pair.actual().primaryKey().stream().toList(),
        (one, other) -> isUndisturbed(other.columns()) && sameSet(one.columns(), other.columns()));
    compare(uniques(), pair.actual().uniques(), this::same);
    compare(pair.target().foreignKeys(), pair.actual().foreignKeys(), this::same);
  }

  /** The target's uniques, without unnamed ones that a unique index of the database enforces. */
  private List<UniqueConstraint> uniques() {
    List<List<String>> enforced =
        pair.actual().indexes().stream()
            .filter(pair::isEnforcing)
            .map(ConstraintDiff::plainColumns)
            .toList();
    return pair.target().uniques().stream()
        .filter(
            unique ->
                !(unique.equals(UniqueConstraint.of(null, unique.columns()))
                    && enforced.contains(unique.columns())
                    && pair.actual().uniques().stream()
                        .noneMatch(other -> other.columns().equals(unique.columns()))))
        .toList();
  }

  static List<String> plainColumns(Index index) {
    return index.elements().stream().map(Index.Element::text).toList();
  }

  private boolean isUndisturbed(List<String> columns) {
    return columns.stream().noneMatch(pair::isRecreated);
  }

  private static boolean sameSet(List<String> one, List<String> other) {
    return new HashSet<>(one).equals(new HashSet<>(other));
  }

  private boolean same(UniqueConstraint one, UniqueConstraint other) {
    return isUndisturbed(other.columns()) && one.withName(null).equals(other.withName(null));
  }

  private boolean same(ForeignKey one, ForeignKey other) {
    return other.columns().stream()
            .noneMatch(name -> pair.isConverted(name) || pair.isRecreated(name))
        && one.referencedTable().equals(other.referencedTable())
        && pairs(one).equals(pairs(other))
        && one.onDelete() == other.onDelete()
        && one.onUpdate() == other.onUpdate()
        && one.deferral() == other.deferral()
        && keyChanges.isStable(other);
  }

  private static Set<List<String>> pairs(ForeignKey key) {
    Set<List<String>> pairs = new HashSet<>();
    for (int i = 0; i < key.columns().size() && i < key.referencedColumns().size(); i++) {
      pairs.add(List.of(key.columns().get(i), key.referencedColumns().get(i)));
    }
    return pairs;
  }

  private <C extends Constraint> void compare(
      List<C> targets, List<C> actuals, BiPredicate<C, C> same) {
    Matches<C> matches = Matches.of(targets, actuals, Constraint::name, same);
    for (C dropped : matches.onlyActual()) {
      changes.add(phase(dropped, false), new Operation.DropConstraint(table, dropped));
    }
    for (C added : matches.onlyTarget()) {
      changes.add(phase(added, true), new Operation.AddConstraint(table, added));
    }
    matches
        .renamed()
        .forEach(
            names ->
                changes.add(
                    Phase.COLUMN,
                    new Operation.RenameConstraint(table, names.get(0), names.get(1))));
  }

  private static Phase phase(Constraint constraint, boolean added) {
    if (constraint instanceof ForeignKey) {
      return added ? Phase.ADD_FOREIGN_KEY : Phase.DROP_FOREIGN_KEY;
    }
    return added ? Phase.ADD_KEY : Phase.DROP_KEY;
  }
}
