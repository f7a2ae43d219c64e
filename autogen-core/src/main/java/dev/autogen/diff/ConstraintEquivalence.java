package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two constraints of a pair of tables do the same, whatever their names.
 *
 * <p>Some properties cannot be said in JPA. They are compared only where the target has them;
 * otherwise the database's stay. Whether a constraint was checked against existing rows is a state
 * of the database, and is not compared.
 */
final class ConstraintEquivalence {

  private static final String WITH_PARTITIONS =
      "with the columns of its partitions: PostgreSQL wants them in every key";

  private final TablePair pair;
  private final KeyChanges keyChanges;

  ConstraintEquivalence(TablePair pair, KeyChanges keyChanges) {
    this.pair = pair;
    this.keyChanges = keyChanges;
  }

  boolean same(PrimaryKey target, PrimaryKey actual) {
    return isUnaffected(actual.columns())
        && isUnaffected(actual.include())
        && sameSet(
            target.columns(),
            PartitionKeys.without(actual.columns(), target.columns(), pair.actual()))
        && (target.include().isEmpty() || sameSet(target.include(), actual.include()))
        && (target.deferral() == Deferral.NOT_DEFERRABLE || target.deferral() == actual.deferral())
        && (!target.withoutOverlaps() || actual.withoutOverlaps());
  }

  boolean same(UniqueConstraint target, UniqueConstraint actual) {
    return isUnaffected(actual.columns())
        && isUnaffected(actual.include())
        && target
            .columns()
            .equals(PartitionKeys.without(actual.columns(), target.columns(), pair.actual()))
        && sameSet(target.include(), actual.include())
        && target.deferral() == actual.deferral()
        && target.nullsNotDistinct() == actual.nullsNotDistinct()
        && (!target.withoutOverlaps() || actual.withoutOverlaps());
  }

  boolean same(ForeignKey target, ForeignKey actual) {
    return actual.columns().stream().noneMatch(pair::breaksForeignKeys)
        && target.referencedTable().equals(actual.referencedTable())
        && columnPairs(target).equals(columnPairs(actual))
        && target.onDelete() == actual.onDelete()
        && sameSet(target.onDeleteColumns(), actual.onDeleteColumns())
        && target.onUpdate() == actual.onUpdate()
        && isMatchedInFull(target) == isMatchedInFull(actual)
        && (!target.period() || actual.period())
        && target.deferral() == actual.deferral()
        && isEnforced(target.enforcement()) == isEnforced(actual.enforcement())
        && keyChanges.isStable(actual);
  }

  boolean same(CheckConstraint target, CheckConstraint actual) {
    return !pair.needsRecreation(actual.expression())
        && (!target.noInherit() || actual.noInherit())
        && isEnforced(target.enforcement()) == isEnforced(actual.enforcement())
        && pair.same(Kind.CHECK, null, target.expression(), actual.expression());
  }

  /** Why a constraint that the target does not have stays, or null where it is dropped. */
  static @Nullable String reasonToKeep(Constraint constraint) {
    boolean temporal =
        (constraint instanceof UniqueConstraint unique && unique.withoutOverlaps())
            || (constraint instanceof ForeignKey key && key.period());
    return temporal ? "over ranges: JPA cannot say it" : null;
  }

  /** What a constraint that stays has beyond the target's, because JPA cannot say it. */
  static @Nullable String beyondTarget(Constraint target, Constraint actual) {
    if (target instanceof UniqueConstraint one
        && actual instanceof UniqueConstraint other
        && !sameSet(one.columns(), other.columns())) {
      return WITH_PARTITIONS;
    } else if (target instanceof PrimaryKey one && actual instanceof PrimaryKey other) {
      if (!sameSet(one.columns(), other.columns())) {
        return WITH_PARTITIONS;
      }
      if (other.withoutOverlaps() && !one.withoutOverlaps()) {
        return "without overlaps: JPA cannot say it";
      } else if (other.deferral() != one.deferral()) {
        return "deferrable: JPA cannot say it";
      }
      return other.include().equals(one.include())
          ? null
          : "with included columns: JPA cannot say them";
    } else if (isNotValid(actual) && !isNotValid(target)) {
      return "not valid: rows that exist were not looked at; ALTER TABLE … VALIDATE CONSTRAINT does";
    }
    return null;
  }

  private static boolean isNotValid(Constraint constraint) {
    return (constraint instanceof ForeignKey key && key.enforcement() == Enforcement.NOT_VALID)
        || (constraint instanceof CheckConstraint check
            && check.enforcement() == Enforcement.NOT_VALID);
  }

  /**
   * Whether the key matches in full. For a single column, {@code MATCH FULL} and {@code MATCH
   * SIMPLE} are the same.
   */
  private static boolean isMatchedInFull(ForeignKey key) {
    return key.matchFull() && key.columns().size() > 1;
  }

  private static boolean isEnforced(Enforcement enforcement) {
    return enforcement != Enforcement.NOT_ENFORCED;
  }

  private boolean isUnaffected(List<String> columns) {
    return columns.stream()
        .noneMatch(name -> pair.isRecreated(name) || !pair.columns().containsKey(name));
  }

  private static boolean sameSet(List<String> one, List<String> other) {
    return new HashSet<>(one).equals(new HashSet<>(other));
  }

  private static Set<List<String>> columnPairs(ForeignKey key) {
    Set<List<String>> pairs = new HashSet<>();
    for (int i = 0; i < key.columns().size() && i < key.referencedColumns().size(); i++) {
      pairs.add(List.of(key.columns().get(i), key.referencedColumns().get(i)));
    }
    return pairs;
  }
}
