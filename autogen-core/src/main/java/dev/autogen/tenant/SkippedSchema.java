package dev.autogen.tenant;

import dev.autogen.schema.AutogenException;

/**
 * The failure of a schema that was skipped, because the database could not be reached at an earlier
 * schema.
 */
public final class SkippedSchema extends AutogenException {

  private static final long serialVersionUID = 1;

  SkippedSchema() {
    super(Exit.FAILED, "not tried, because the database could not be reached", null);
  }
}
