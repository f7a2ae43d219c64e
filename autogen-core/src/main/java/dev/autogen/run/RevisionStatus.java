package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a revision in a database.
 *
 * @param id the revision
 * @param script its migration, or empty where there is none
 * @param state whether it has been applied
 * @param remarks what a person should know about it
 * @param head whether the version table has a row for it
 * @param appliedAt when it was applied, if the journal knows
 * @param took how long that took, if the journal knows
 * @param appliedBy who did it, if the journal knows
 */
public record RevisionStatus(
    String id,
    Optional<RevisionScript> script,
    State state,
    Set<Remark> remarks,
    boolean head,
    Optional<Instant> appliedAt,
    Optional<Duration> took,
    Optional<String> appliedBy) {

  public RevisionStatus {
    remarks = Set.copyOf(remarks);
  }

  /** Whether a revision has been applied. */
  public enum State {
    PENDING,
    APPLIED,
    /** Some of its steps are committed; the next upgrade continues it. */
    PARTIAL
  }

  /** What a person should know of a revision. */
  public enum Remark {
    /** Its source is not the one that was applied. */
    EDITED,
    /** It was applied, and its migration is gone. */
    MISSING,
    /** It was inserted below a revision that had been applied, and never ran. */
    OUT_OF_ORDER
  }

  /** What a person should know of it, a sentence for each remark. */
  public List<String> warnings() {
    return remarks.stream().sorted().map(this::words).toList();
  }

  private String words(Remark remark) {
    String file = script.map(RevisionScript::location).orElse("");
    return switch (remark) {
      case EDITED ->
          "revision "
              + id
              + " was edited after it was applied ("
              + file
              + "); the database has what it was before. 'autogen repair "
              + id
              + "' accepts the file as it is";
      case OUT_OF_ORDER ->
          "revision "
              + id
              + " ("
              + file
              + ") was put below revisions that are applied, so it counts as applied and never ran;"
              + " give it a later place";
      case MISSING -> "revision " + id + " is applied, and its migration is gone";
    };
  }
}
