package dev.autogen.authoring;

import dev.autogen.history.RevisionScript;
import java.util.List;
import java.util.Map;

/**
 * A squash that was written.
 *
 * @param revision its file, with the result of its proof
 * @param replaces the revisions that it replaces, in order
 * @param kept the replaced revisions that are kept as they were written, each with the reason
 */
public record WrittenSquash(
    WrittenRevision revision, List<RevisionScript> replaces, Map<RevisionScript, String> kept) {
  public WrittenSquash {
    replaces = List.copyOf(replaces);
  }
}
