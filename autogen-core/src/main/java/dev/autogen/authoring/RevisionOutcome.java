package dev.autogen.authoring;

import dev.autogen.diff.ToleratedDifferences;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of writing a revision.
 *
 * @param revision the revision, or empty where nothing differs
 * @param tolerated the differences that are left out of it because they are kept or accepted
 * @param replaced the file of the revision that was taken back, if one was
 */
public record RevisionOutcome(
    Optional<WrittenRevision> revision, ToleratedDifferences tolerated, Optional<Path> replaced) {

  /** What came of a revision beside all others. */
  public RevisionOutcome(Optional<WrittenRevision> revision, ToleratedDifferences tolerated) {
    this(revision, tolerated, Optional.empty());
  }

  /** The same in place of another revision. */
  RevisionOutcome replacing(Path file) {
    return new RevisionOutcome(revision, tolerated, Optional.of(file));
  }
}
