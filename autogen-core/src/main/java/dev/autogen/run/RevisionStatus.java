package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A revision as a database knows it.
 *
 * @param id the revision
 * @param script its migration, or empty where there is none
 * @param state whether it has been applied
 * @param remarks what a person should know of it
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
    /** Its source is not what was applied. */
    EDITED,
    /** It was applied, and its migration is gone. */
    MISSING,
    /** It was put below one that had been applied, and never ran. */
    OUT_OF_ORDER
  }
}
