package dev.autogen.dialect;

import dev.autogen.schema.AutogenException;

/** Thrown when another runner is at work on the database. */
public final class LockHeld extends AutogenException {

  private static final long serialVersionUID = 1L;

  /** Says who holds the lock, and since when. */
  public LockHeld(String message) {
    super(Exit.FAILED, message);
  }
}
