package dev.autogen.diff;

import dev.autogen.operation.Operation;

/**
 * A drop and an addition that may be one object under another name.
 *
 * @param rename the rename that would take their place
 * @param dropped the operation that drops the one
 * @param added the operation that adds the other
 * @param likeness how alike they are, up to 1
 */
public record RenameCandidate(Rename rename, Operation dropped, Operation added, double likeness) {

  private static final double LIKELY = 0.6;

  /** Whether a person would rather say yes than no. */
  public boolean isLikely() {
    return likeness >= LIKELY;
  }
}
