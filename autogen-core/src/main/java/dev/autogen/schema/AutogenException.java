package dev.autogen.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure, described for the person who ran the command: the object, what is wrong with it and
 * what to run next. A subclass tells the caller what to do about it.
 */
public class AutogenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The way in which a process ends after this failure. */
  public enum Exit {
    /** The answer is no: drift, findings, not at head. Exit code 1. */
    NO(1),
    /** Wrong usage or configuration. Exit code 2. */
    USAGE(2),
    /** The command failed. Exit code 3. */
    FAILED(3);

    private final int code;

    Exit(int code) {
      this.code = code;
    }

    /** The exit code of the process. */
    public int code() {
      return code;
    }
  }

  private final Exit exit;

  /** A failure that ends the process with the given exit. */
  public AutogenException(Exit exit, String message) {
    this(exit, message, null);
  }

  /** A failure with its cause. The cause is shown only with {@code --verbose}. */
  public AutogenException(Exit exit, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  /** Wrong usage or configuration. */
  public static AutogenException usage(String message) {
    return new AutogenException(Exit.USAGE, message);
  }

  /** A failure of the database, a file or a tool. */
  public static AutogenException failed(String message, @Nullable Throwable cause) {
    return new AutogenException(Exit.FAILED, message, cause);
  }

  /** A failure of autogen's own that another tool wrapped into one of its exceptions, or none. */
  public static Optional<AutogenException> in(@Nullable Throwable failure) {
    Throwable each = failure;
    while (each != null && !(each instanceof AutogenException)) {
      each = each.getCause() == each ? null : each.getCause();
    }
    return Optional.ofNullable((AutogenException) each);
  }

  /** The way in which the process ends. */
  public Exit exit() {
    return exit;
  }
}
