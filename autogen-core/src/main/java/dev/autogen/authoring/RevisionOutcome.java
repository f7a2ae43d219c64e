package dev.autogen.authoring;

import dev.autogen.diff.ToleratedDifferences;
import java.util.Optional;

/**
 * What came of writing a revision.
 *
 * @param revision the revision, or empty where nothing differs
 * @param tolerated the differences that are left out of it because they are kept or accepted
 */
public record RevisionOutcome(Optional<WrittenRevision> revision, ToleratedDifferences tolerated) {}
