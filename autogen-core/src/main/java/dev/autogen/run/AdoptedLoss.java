package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a downgrade would remove what a database had before autogen: the revision that it
 * undoes was recorded by {@code stamp}, and never ran there.
 */
public final class AdoptedLoss extends AutogenException {

  private static final long serialVersionUID = 1L;

  private static final int NAMED = 5;

  private final String revision;

  AdoptedLoss(RevisionScript script, List<String> losses, String consent) {
    super(
        Exit.USAGE,
        "Revision "
            + script.id()
            + " ("
            + script.message()
            + ") was noted by 'stamp' and never ran on this database. What its downgrade takes away"
            + " was there before: "
            + losses.stream()
                .limit(NAMED)
                .map(loss -> loss.lines().findFirst().orElse(""))
                .collect(Collectors.joining(", "))
            + (losses.size() > NAMED ? " and " + (losses.size() - NAMED) + " more" : "")
            + ". Nothing was done. If that is to go, add "
            + consent
            + ".");
    this.revision = script.id();
  }

  /** The revision that never ran on the database. */
  public String revision() {
    return revision;
  }
}
