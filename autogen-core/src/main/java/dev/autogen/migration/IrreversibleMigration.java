package dev.autogen.migration;

import dev.autogen.schema.AutogenException;

/** Thrown by a migration that cannot be undone, or for an operation without a known inverse. */
public final class IrreversibleMigration extends AutogenException {

  private static final long serialVersionUID = 1L;

  /** Says what cannot be undone. */
  public IrreversibleMigration(String message) {
    super(Exit.FAILED, message);
  }
}
