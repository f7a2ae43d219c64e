package dev.autogen.authoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which differences of database and entities a person accepts.
 *
 * @param reason why, or null if nobody says
 * @param globs the objects; none for all that differ
 * @param prune whether accepted differences that no longer exist are removed from the file
 */
public record AcceptanceRequest(@Nullable String reason, List<String> globs, boolean prune) {

  public AcceptanceRequest {
    globs = List.copyOf(globs);
  }

  /** Whether differences are accepted, too: a request that only prunes accepts none. */
  boolean accepts() {
    return !prune || reason != null || !globs.isEmpty();
  }
}
