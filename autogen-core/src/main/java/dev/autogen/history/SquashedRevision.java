package dev.autogen.history;

import dev.autogen.schema.AutogenException;
import java.util.List;

/**
 * Thrown when a revision that a squash replaces is needed, but files of the replaced revisions are
 * gone.
 */
public final class SquashedRevision extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final List<String> gone;

  /** Says who needs it: {@code the database is at revision b2}. */
  SquashedRevision(String why, RevisionScript squash, List<String> gone) {
    super(
        Exit.FAILED,
        why
            + ", which the squash "
            + squash.id()
            + " ("
            + squash.location()
            + ") replaces, and "
            + (gone.size() == 1 ? "the file of revision " : "the files of revisions ")
            + String.join(", ", gone)
            + (gone.size() == 1 ? " is" : " are")
            + " gone. Restore what was deleted from version control, bring the database past it by"
            + " 'autogen upgrade', and delete it again");
    this.gone = List.copyOf(gone);
  }

  /** The revisions whose files are gone. */
  public List<String> gone() {
    return gone;
  }
}
