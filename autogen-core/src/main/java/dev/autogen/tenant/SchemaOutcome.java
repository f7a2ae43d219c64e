package dev.autogen.tenant;

import dev.autogen.run.RunReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one schema.
 *
 * @param schema its name
 * @param report what ran there, or null where it failed
 * @param failure why it failed, or null; revisions before the one that failed stay applied
 */
public record SchemaOutcome(
    String schema, @Nullable RunReport report, @Nullable RuntimeException failure) {

  /** Whether it failed. */
  public boolean failed() {
    return failure != null;
  }

  /** How many revisions ran. */
  public int executed() {
    return report == null ? 0 : report.executed().size();
  }

  /** Why it failed, in words. */
  public Optional<String> message() {
    return Optional.ofNullable(failure)
        .map(e -> e.getMessage() == null ? e.toString() : e.getMessage());
  }
}
