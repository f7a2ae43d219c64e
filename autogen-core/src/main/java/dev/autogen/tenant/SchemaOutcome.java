package dev.autogen.tenant;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one schema.
 *
 * @param schema its name
 * @param result what was done or found there, or null where it failed
 * @param failure why it failed, or null; revisions before the one that failed stay applied
 */
public record SchemaOutcome<R>(
    String schema, @Nullable R result, @Nullable RuntimeException failure) {

  /** Whether the schema failed. */
  public boolean failed() {
    return failure != null;
  }

  /**
   * Whether the schema was tried. It was not if the database could not be reached at an earlier
   * one.
   */
  public boolean wasTried() {
    return !(failure instanceof SkippedSchema);
  }

  /** What was done or found, or empty where the schema failed. */
  public Optional<R> found() {
    return Optional.ofNullable(result);
  }

  /** Why the schema failed, in words. */
  public Optional<String> message() {
    return Optional.ofNullable(failure)
        .map(e -> e.getMessage() == null ? e.toString() : e.getMessage());
  }
}
