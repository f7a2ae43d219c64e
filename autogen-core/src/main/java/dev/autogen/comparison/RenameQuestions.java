package dev.autogen.comparison;

import dev.autogen.diff.Comparison;
import dev.autogen.diff.Rename;
import dev.autogen.diff.RenameCandidate;
import dev.autogen.diff.RenameCandidates;
import dev.autogen.operation.Operation;
import dev.autogen.text.ShellWord;
import dev.autogen.workspace.ProjectListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks, pair by pair, whether a dropped and an added object are one object that was renamed. */
final class RenameQuestions {

  private final ProjectListener listener;
  private final List<Rename> confirmed = new ArrayList<>();
  private final Set<Rename> denied = new HashSet<>();

  RenameQuestions(ProjectListener listener) {
    this.listener = listener;
  }

  /** The renames that were confirmed so far. */
  List<Rename> confirmed() {
    return confirmed;
  }

  /** The possible renames among operations, without those that were denied. */
  List<RenameCandidate> candidates(List<Operation> operations) {
    return RenameCandidates.of(operations, denied);
  }

  /**
   * Asks about the candidates among operations.
   *
   * @return whether another rename was confirmed; it is then worth comparing and asking again,
   *     because a renamed table's columns may be renamed too
   */
  boolean ask(List<Operation> operations) {
    int before = confirmed.size();
    boolean denies = true;
    while (denies && confirmed.size() == before) {
      denies = false;
      for (RenameCandidate candidate : candidates(operations)) {
        Optional<Boolean> answer = listener.isRename(candidate);
        if (answer.isEmpty()) {
          return false;
        } else if (answer.get()) {
          confirmed.add(candidate.rename());
        } else {
          denied.add(candidate.rename());
          denies = true;
        }
      }
    }
    return confirmed.size() > before;
  }

  /** Warns about the candidates that nobody answered for, and says how to answer. */
  void warn(List<RenameCandidate> candidates, Comparison comparison) {
    for (RenameCandidate each : candidates) {
      listener.warning(
          each.dropped().object()
              + (comparison.operations().contains(each.dropped())
                  ? " is dropped and "
                  : " is kept and ")
              + each.rename().to()
              + " added. If it was renamed, delete the file and pass --rename "
              + ShellWord.of(each.rename().toString())
              + (comparison.operations().contains(each.dropped())
                  ? ", or take the comment in the file."
                  : "."));
    }
  }
}
