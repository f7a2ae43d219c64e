package dev.autogen.run;

import dev.autogen.schema.AutogenException;
import org.jspecify.annotations.Nullable;

/** Thrown when a revision failed; what it had not committed was rolled back. */
public final class MigrationFailed extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final String revision;
  private final @Nullable String statement;
  private final int committedSteps;

  MigrationFailed(
      String revision,
      @Nullable String statement,
      int committedSteps,
      String message,
      @Nullable Throwable cause) {
    super(Exit.FAILED, message, cause);
    this.revision = revision;
    this.statement = statement;
    this.committedSteps = committedSteps;
  }

  /** The revision that failed. */
  public String revision() {
    return revision;
  }

  /** How many of its steps are committed, after which the next run continues; usually 0. */
  public int committedSteps() {
    return committedSteps;
  }

  /** The statement that failed, or null if the failure came from elsewhere. */
  public @Nullable String statement() {
    return statement;
  }
}
