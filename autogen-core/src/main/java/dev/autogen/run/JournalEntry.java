package dev.autogen.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the journal.
 *
 * @param id its number
 * @param parent the entry of the revision that a step belongs to; null for a revision's own entry
 * @param step the number of a step, counted from 1; 0 for a revision's own entry
 * @param action {@code upgrade}, {@code downgrade}, {@code stamp} or {@code repair}
 * @param what the class of a revision, or what a step does
 * @param done false while it runs, and after it was interrupted
 * @param sha256 the checksum of a revision's source, or of a step; null where it is not known
 * @param answer the answer to a step that read something, or null
 */
record JournalEntry(
    long id,
    @Nullable Long parent,
    int step,
    String revision,
    String action,
    String what,
    boolean done,
    @Nullable Instant startedAt,
    @Nullable Duration took,
    @Nullable String sha256,
    @Nullable String answer,
    @Nullable String appliedBy) {

  static final String UPGRADE = "upgrade";
  static final String DOWNGRADE = "downgrade";
  static final String STAMP = "stamp";
  static final String REPAIR = "repair";

  boolean isRevision() {
    return step == 0;
  }
}
