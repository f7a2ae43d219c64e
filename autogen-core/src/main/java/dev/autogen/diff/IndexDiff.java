package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.RenameIndex;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The differences between the indexes of two tables. */
final class IndexDiff {

  private final TablePair pair;
  private final OrderedOperations changes;
  private final QualifiedName table;

  IndexDiff(TablePair pair, OrderedOperations changes) {
    this.pair = pair;
    this.changes = changes;
    this.table = pair.target().name();
  }

  void compare() {
    MemberMatches<Index> matches =
        MemberMatches.of(targets(), pair.actual().indexes(), Index::name, this::same);
    IgnoredMembers<Index> ignored =
        IgnoredMembers.of(
            matches,
            each -> pair.selection().isCompared(table, each),
            ConstraintDiff::plainColumns);
    Set<@Nullable String> targetNames = new HashSet<>();
    pair.target().indexes().forEach(index -> targetNames.add(index.name()));
    for (Index index : matches.onlyActual()) {
      if (ignored.isLeftAlone(index)) {
        if (isGone(index) || isOverConverted(index)) {
          changes.add(Phase.DROP_KEY, new DropIndex(table, index, false));
        } else if (needsRecreation(index)) {
          recreate(index);
        }
      } else if (isToDrop(index, targetNames)) {
        changes.add(Phase.DROP_KEY, new DropIndex(table, index, false));
      } else if (needsRecreation(index)) {
        recreate(index);
      } else if (isBeyondJpa(index)) {
        changes.keep("index", table + "." + index.name(), reasonBeyondJpa(index));
      }
    }
    for (Index index : matches.onlyTarget()) {
      if (!ignored.isLeftAlone(index)) {
        changes.add(
            Phase.ADD_KEY, new CreateIndex(table, PartitionKeys.with(index, pair.actual()), false));
      }
    }
    matches.renamed().stream()
        .filter(
            names ->
                names
                    .names()
                    .allMatch(
                        name ->
                            pair.selection().isCompared(table, Index.of(name, false, List.of()))))
        .forEach(
            names -> changes.add(Phase.COLUMN, new RenameIndex(table, names.from(), names.to())));
  }

  private boolean isToDrop(Index index, Set<@Nullable String> targetNames) {
    if (targetNames.contains(index.name()) || isGone(index)) {
      return true;
    }
    if (isOverConverted(index)) {
      return true;
    }
    boolean isKept = isBeyondJpa(index) && !pair.options().databaseOnly().contains("index");
    return !isKept && !enforcesUnnamed(index);
  }

  /**
   * Whether the index uses a column that is converted, and may not be able to take its new type.
   */
  private boolean isOverConverted(Index index) {
    return (index.predicate() != null && isLostIn(index.predicate()))
        || index.include().stream().anyMatch(this::isUnsortableComputed)
        || index.elements().stream()
            .anyMatch(
                key ->
                    key.expression()
                        ? isLostIn(key.text())
                        : (pair.isConverted(key.text()) || pair.isRecreated(key.text()))
                            && !takes(index, key.text()));
  }

  private boolean isLostIn(String expression) {
    return pair.isConvertedIn(expression)
        || pair.columns().keySet().stream()
            .filter(this::isUnsortableComputed)
            .anyMatch(name -> pair.words().mentions(expression, name));
  }

  /** Whether a column becomes a virtual generated column that no index can take. */
  private boolean isUnsortableComputed(String column) {
    Column target = pair.columns().get(column).target();
    return pair.isRecreated(column)
        && target.generated() != null
        && !target.generated().stored()
        && !pair.rules().sortable(target);
  }

  /** Whether an index of that kind can take a column after its conversion. */
  private boolean takes(Index index, String column) {
    TablePair.ColumnPair columns = pair.columns().get(column);
    boolean isPlain =
        index.method() == null
            && index.elements().stream().allMatch(key -> key.operatorClass() == null);
    return isPlain
        ? pair.rules().sortable(columns.target())
        : !isUnsortableComputed(column)
            && pair.rules().comparable(columns.actual(), columns.target());
  }

  /** The target's indexes, without unnamed unique ones that a constraint already enforces. */
  private List<Index> targets() {
    Set<List<String>> enforced = new HashSet<>();
    pair.actual().uniques().forEach(unique -> enforced.add(unique.columns()));
    return pair.target().indexes().stream()
        .filter(
            index ->
                !(index.unique()
                    && index.name() == null
                    && !isBeyondJpa(index)
                    && enforced.contains(ConstraintDiff.plainColumns(index))))
        .toList();
  }

  private boolean enforcesUnnamed(Index index) {
    return pair.isEnforcing(index)
        && pair.target()
            .uniques()
            .contains(UniqueConstraint.of(null, ConstraintDiff.plainColumns(index)))
        && pair.actual().uniques().stream()
            .noneMatch(unique -> unique.columns().equals(ConstraintDiff.plainColumns(index)));
  }

  /**
   * Drops an index that only the database has before its column is converted, and creates it again
   * afterwards.
   */
  private void recreate(Index index) {
    changes.add(Phase.DROP_KEY, new DropIndex(table, index, false));
    changes.add(Phase.ADD_KEY, new CreateIndex(table, index, false));
  }

  /** Whether a column of the index is dropped, and the index with it. */
  private boolean isGone(Index index) {
    return index.elements().stream().anyMatch(key -> !key.expression() && !hasTarget(key.text()))
        || index.include().stream().anyMatch(name -> !hasTarget(name))
        || pair.actual().columns().stream()
            .filter(column -> !hasTarget(column.name()))
            .anyMatch(column -> mentions(index, column.name()));
  }

  private boolean hasTarget(String column) {
    return pair.columns().containsKey(column);
  }

  private boolean mentions(Index index, String column) {
    return (index.predicate() != null && pair.words().mentions(index.predicate(), column))
        || index.elements().stream()
            .anyMatch(key -> key.expression() && pair.words().mentions(key.text(), column));
  }

  private boolean needsRecreation(Index index) {
    return index.elements().stream()
            .anyMatch(
                key ->
                    key.expression()
                        ? pair.needsRecreation(key.text())
                        : pair.isRecreated(key.text()))
        || index.include().stream().anyMatch(pair::isRecreated)
        || (index.predicate() != null && pair.needsRecreation(index.predicate()));
  }

  private boolean same(Index one, Index found) {
    Index other = PartitionKeys.without(found, one, pair.actual());
    if (needsRecreation(found)
        || one.unique() != other.unique()
        || one.nullsNotDistinct() != other.nullsNotDistinct()
        || !Objects.equals(one.method(), other.method())
        || !new HashSet<>(one.include()).equals(new HashSet<>(other.include()))
        || !isStoredAlike(one, other)
        || one.elements().size() != other.elements().size()
        || !pair.same(Kind.INDEX_PREDICATE, null, one.predicate(), other.predicate())) {
      return false;
    }
    for (int i = 0; i < one.elements().size(); i++) {
      if (!same(one.elements().get(i), other.elements().get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether both are stored alike. A target that says nothing about storage accepts the database's.
   */
  private static boolean isStoredAlike(Index target, Index actual) {
    return (target.parameters().isEmpty()
            || new HashSet<>(target.parameters()).equals(new HashSet<>(actual.parameters())))
        && (target.tablespace() == null || target.tablespace().equals(actual.tablespace()));
  }

  private boolean same(Index.Element one, Index.Element other) {
    return one.expression() == other.expression()
        && one.withText("").equals(other.withText(""))
        && (one.expression()
            ? pair.same(Kind.INDEX_KEY, null, one.text(), other.text())
            : one.text().equals(other.text()));
  }

  /** Whether the index has something that {@code jakarta.persistence.Index} cannot express. */
  private static boolean isBeyondJpa(Index index) {
    return index.predicate() != null
        || index.method() != null
        || !index.include().isEmpty()
        || index.nullsNotDistinct()
        || index.elements().stream().anyMatch(IndexDiff::isBeyondJpa);
  }

  private static boolean isBeyondJpa(Index.Element key) {
    return key.expression()
        || key.operatorClass() != null
        || key.nulls() != null
        || key.collation() != null;
  }

  private static String reasonBeyondJpa(Index index) {
    if (index.predicate() != null) {
      return "partial index: JPA cannot say its condition";
    } else if (index.method() != null) {
      return index.method() + " index: JPA cannot say its method";
    } else if (!index.include().isEmpty()) {
      return "index with included columns: JPA cannot say them";
    }
    return "index over expressions or with operator classes: JPA cannot say them";
  }
}
