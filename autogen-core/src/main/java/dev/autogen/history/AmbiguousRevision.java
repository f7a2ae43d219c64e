package dev.autogen.history;

import dev.autogen.schema.AutogenException;
import java.util.List;

/** Thrown when a symbol matches several revisions. */
public final class AmbiguousRevision extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final List<String> candidates;

  AmbiguousRevision(String message, List<String> candidates) {
    super(Exit.USAGE, message);
    this.candidates = List.copyOf(candidates);
  }

  /** The revisions that it may mean. */
  public List<String> candidates() {
    return candidates;
  }
}
