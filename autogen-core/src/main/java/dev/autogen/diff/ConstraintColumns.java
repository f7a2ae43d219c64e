package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The columns that constraints of a pair of tables rest on. */
final class ConstraintColumns {

  private final TablePair pair;
  private final KeyChanges keyChanges;

  ConstraintColumns(TablePair pair, KeyChanges keyChanges) {
    this.pair = pair;
    this.keyChanges = keyChanges;
  }

  /**
   * The key by which the counterpart of an ignored constraint is found: its columns. All primary
   * keys share one, because a table has one.
   */
  Object subject(Constraint constraint) {
    return constraint instanceof PrimaryKey ? Set.of() : columns(constraint);
  }

  /** Whether all its columns stay. */
  boolean stay(Constraint constraint) {
    return columns(constraint).stream().allMatch(pair.columns()::containsKey);
  }

  /**
   * Whether a constraint that nobody asked to change cannot stay as it is, because its columns are
   * dropped or changed.
   */
  boolean cannotStay(Constraint constraint) {
    Set<String> columns = columns(constraint);
    return !stay(constraint)
        || columns.stream().anyMatch(pair::isRecreated)
        || (constraint instanceof ForeignKey key
            && (columns.stream().anyMatch(pair::isConverted) || !keyChanges.isStable(key)))
        || (constraint instanceof CheckConstraint check
            && pair.needsRecreation(check.expression()));
  }

  private Set<String> columns(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new HashSet<>(key.columns());
    } else if (constraint instanceof UniqueConstraint unique) {
      return new HashSet<>(unique.columns());
    } else if (constraint instanceof ForeignKey key) {
      return new HashSet<>(key.columns());
    }
    Set<String> mentioned = new HashSet<>();
    if (constraint instanceof CheckConstraint check) {
      Set<String> words = pair.words().names(check.expression());
      Stream.of(pair.actual(), pair.target())
          .flatMap(side -> side.columns().stream())
          .map(Column::name)
          .filter(words::contains)
          .forEach(mentioned::add);
    }
    return mentioned;
  }
}
