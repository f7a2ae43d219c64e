package dev.autogen.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The differences that a comparison left out because they are tolerated.
 *
 * @param kept what the database has beyond the model
 * @param accepted what a person has accepted
 * @param stale accepted differences that are none any more
 */
public record ToleratedDifferences(
    List<Difference> kept, List<Difference> accepted, List<AcceptedDifference> stale) {

  private static final int NAMED = 5;

  /** No difference is tolerated. */
  public static final ToleratedDifferences NONE =
      new ToleratedDifferences(List.of(), List.of(), List.of());

  public ToleratedDifferences {
    kept = List.copyOf(kept);
    accepted = List.copyOf(accepted);
    stale = List.copyOf(stale);
  }

  /**
   * Tells which differences were left out, and why.
   *
   * @param all the differences without tolerance
   * @param left those that are left
   */
  static ToleratedDifferences of(
      List<Difference> all, List<Difference> left, Set<AcceptedDifference> accepted) {
    Set<AcceptedDifference> present = new HashSet<>();
    all.forEach(each -> present.add(each.key()));
    Set<AcceptedDifference> reported = new HashSet<>();
    left.forEach(each -> reported.add(each.key()));
    List<Difference> leftOut = all.stream().filter(it -> !reported.contains(it.key())).toList();
    return new ToleratedDifferences(
        leftOut.stream().filter(each -> !accepted.contains(each.key())).toList(),
        leftOut.stream().filter(each -> accepted.contains(each.key())).toList(),
        accepted.stream()
            .filter(each -> !present.contains(each))
            .sorted(AcceptedDifference.ORDER)
            .toList());
  }

  /** How many were left out: {@code 12 kept, 40 accepted}; empty if none was. */
  public String counts() {
    return Stream.of(count(kept.size(), "kept"), count(accepted.size(), "accepted"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> count(int number, String word) {
    return number == 0 ? Optional.empty() : Optional.of(number + " " + word);
  }

  /**
   * That accepted differences are none any more; empty if all of them are.
   *
   * @param command the command that removes them from the file
   */
  public String staleNote(String command) {
    if (stale.isEmpty()) {
      return "";
    }
    String more = stale.size() > NAMED ? " and " + (stale.size() - NAMED) + " more" : "";
    return (stale.size() == 1
            ? "1 accepted difference no longer applies: "
            : stale.size() + " accepted differences no longer apply: ")
        + stale.stream()
            .limit(NAMED)
            .map(each -> each.kind().of(each.object()))
            .collect(Collectors.joining(", "))
        + more
        + ". Run '"
        + command
        + "'.";
  }

  /** Whether nothing was left out and no accepted difference is stale. */
  public boolean isEmpty() {
    return kept.isEmpty() && accepted.isEmpty() && stale.isEmpty();
  }
}
