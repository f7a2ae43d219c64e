package dev.autogen.workspace;

import dev.autogen.schema.AutogenException;
import org.jspecify.annotations.Nullable;

/** Thrown when the project's database cannot be reached, or refuses the login. */
public final class DatabaseUnreachable extends AutogenException {

  private static final long serialVersionUID = 1L;

  DatabaseUnreachable(String message, @Nullable Throwable cause) {
    super(Exit.FAILED, message, cause);
  }

  /**
   * The same failure with what to do for a comparison, which needs no database.
   *
   * @param command the command that compares with the history instead
   */
  public DatabaseUnreachable insteadOf(String command) {
    return new DatabaseUnreachable(
        getMessage()
            + "\nTo compare the entities with what the committed migrations make, which needs no"
            + " database: "
            + command,
        getCause());
  }
}
