package dev.autogen.diff;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which differences are tolerated: those of the kinds to keep, where the database has more than the
 * model or is stricter, and those that a person has accepted.
 *
 * @param keep kinds of differences, with or without a glob of names: {@code indexes}, {@code
 *     tables:qrtz_*}
 * @param accepted the accepted differences
 */
public record Tolerance(List<String> keep, Set<AcceptedDifference> accepted) {

  /** Tolerates nothing. */
  public static final Tolerance NONE = new Tolerance(List.of(), Set.of());

  public Tolerance {
    keep = List.copyOf(keep);
    accepted = Set.copyOf(accepted);
  }

  /** The same kinds to keep, with other accepted differences. */
  public Tolerance accepting(Collection<AcceptedDifference> others) {
    return new Tolerance(keep, Set.copyOf(others));
  }

  /** Whether nothing is tolerated. */
  public boolean isNone() {
    return keep.isEmpty() && accepted.isEmpty();
  }
}
