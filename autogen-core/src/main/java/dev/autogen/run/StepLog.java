package dev.autogen.run;

import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replays the steps of a revision that does not run within one transaction against the steps that
 * an interrupted run had committed.
 *
 * <p>A migration is run again from its beginning. Its committed steps are skipped, and what it read
 * is answered as before, so that it takes the same path to the point of the interruption.
 */
final class StepLog {

  /** What to do with a step. */
  enum Action {
    /** It has not been begun. */
    RUN,
    /** It is committed. */
    SKIP,
    /** It was begun, and nobody knows how it ended. */
    RESUME
  }

  /** A step that is done and not yet written to the journal. */
  record Unwritten(int step, String what, String hash, @Nullable Object answer) {}

  private final List<JournalEntry> recorded;
  private final List<Unwritten> unwritten = new ArrayList<>();
  private int position;

  /** A replay of recorded steps, in their order; none for a revision that begins anew. */
  StepLog(List<JournalEntry> recorded) {
    this.recorded = List.copyOf(recorded);
  }

  /**
   * Moves to the next step of the migration.
   *
   * @throws AutogenException if another step is recorded at that place
   */
  Action next(String what, String hash) {
    position++;
    Optional<JournalEntry> entry = entry();
    if (entry.isEmpty()) {
      return Action.RUN;
    }
    if (!hash.equals(entry.get().sha256())) {
      throw AutogenException.failed(
          "the interrupted run had come to step "
              + position
              + ", \""
              + entry.get().what()
              + "\", where the migration now has \""
              + what
              + "\"; put the migration back to what it was, and run it again",
          null);
    }
    return entry.get().done() ? Action.SKIP : Action.RESUME;
  }

  /** The journal's entry of the current step, if it has one. */
  Optional<JournalEntry> entry() {
    return position <= recorded.size() ? Optional.of(recorded.get(position - 1)) : Optional.empty();
  }

  /** The number of the current step, counted from 1. */
  int position() {
    return position;
  }

  /** Whether the journal has further steps than the migration has come to. */
  boolean isReplaying() {
    return position < recorded.size();
  }

  /** Remembers that the current step is done within the current transaction. */
  void done(String what, String hash, @Nullable Object answer) {
    unwritten.add(new Unwritten(position, what, hash, answer));
  }

  /** The steps that the current transaction has done; they are forgotten here. */
  List<Unwritten> takeUnwritten() {
    List<Unwritten> taken = List.copyOf(unwritten);
    unwritten.clear();
    return taken;
  }

  /**
   * Makes sure that the migration reached every recorded step.
   *
   * @throws AutogenException if it did not
   */
  void requireReplayed() {
    if (isReplaying()) {
      throw AutogenException.failed(
          "the interrupted run had committed step "
              + (position + 1)
              + ", \""
              + recorded.get(position).what()
              + "\", to which the migration no longer comes; put it back to what it was, and run it"
              + " again",
          null);
    }
  }
}
