package dev.autogen.history;

import dev.autogen.schema.AutogenException;

/**
 * Thrown when the migrations do not form a history: a duplicate or missing revision, a cycle, a bad
 * header.
 */
public final class BrokenHistory extends AutogenException {

  private static final long serialVersionUID = 1L;

  /** Says which file is wrong, and how. */
  public BrokenHistory(String message) {
    super(Exit.USAGE, message);
  }
}
