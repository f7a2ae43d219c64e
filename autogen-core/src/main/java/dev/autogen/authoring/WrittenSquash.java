package dev.autogen.authoring;

import dev.autogen.history.RevisionScript;
import java.util.List;
import java.util.Map;

/**
 * A squash that was written.
 *
 * @param revision its file, with what was proven
 * @param replaces the revisions that it replaces, in order
 * @param kept those of them that are kept as they were written, and why
 */
public record WrittenSquash(
    WrittenRevision revision, List<RevisionScript> replaces, Map<RevisionScript, String> kept) {
  public WrittenSquash {
    replaces = List.copyOf(replaces);
  }
}
