package dev.autogen.run;

import dev.autogen.schema.AutogenException;

/** A migration that cannot be tried within one transaction, because of what it does. */
public final class NotInOneTransaction extends AutogenException {

  private static final long serialVersionUID = 1L;

  NotInOneTransaction(String what) {
    super(Exit.FAILED, what + " cannot be tried within one transaction", null);
  }
}
