package dev.autogen.tenant;

import dev.autogen.schema.AutogenException;

/** A schema that was left out because the database could not be reached at one before it. */
public final class NotTried extends AutogenException {

  private static final long serialVersionUID = 1;

  NotTried() {
    super(Exit.FAILED, "not tried, because the database could not be reached", null);
  }
}
