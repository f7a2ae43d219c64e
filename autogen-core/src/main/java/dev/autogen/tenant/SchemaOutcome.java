package dev.autogen.tenant;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one schema.
 *
 * @param schema its name
 * @param result what was done or found there, or null where it failed
 * @param failure why it failed, or null; revisions before the one that failed stay applied
 */
public record SchemaOutcome<R>(
    String schema, @Nullable R result, @Nullable RuntimeException failure) {

  /** Whether it failed. */
  public boolean failed() {
    return failure != null;
  }

  /** Whether it was looked into; not where the database could not be reached before. */
  public boolean tried() {
    return !(failure instanceof NotTried);
  }

  /** What was done or found, or empty where it failed. */
  public Optional<R> found() {
    return Optional.ofNullable(result);
  }

  /** Why it failed, in words. */
  public Optional<String> message() {
    return Optional.ofNullable(failure)
        .map(e -> e.getMessage() == null ? e.toString() : e.getMessage());
  }
}
