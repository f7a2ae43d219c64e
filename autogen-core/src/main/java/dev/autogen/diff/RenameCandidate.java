package dev.autogen.diff;

import dev.autogen.operation.Operation;

/**
 * A drop and an addition that may be a rename of one object.
 *
 * @param rename the rename that would replace them
 * @param dropped the operation that drops the object
 * @param added the operation that adds the object
 * @param similarity how similar the two objects are, from 0 to 1
 */
public record RenameCandidate(
    Rename rename, Operation dropped, Operation added, double similarity) {

  private static final double LIKELY = 0.6;

  /** Whether a person would more likely confirm the rename than deny it. */
  public boolean isLikely() {
    return similarity >= LIKELY;
  }
}
