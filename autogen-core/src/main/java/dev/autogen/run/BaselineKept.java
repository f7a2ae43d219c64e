package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import dev.autogen.history.Step;
import dev.autogen.history.Step.Direction;
import dev.autogen.schema.AutogenException;
import java.util.List;

/** Thrown when a downgrade would undo a baseline, and nobody named it. */
public final class BaselineKept extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final String revision;
  private final String said;

  private BaselineKept(String revision, String said) {
    super(
        Exit.USAGE,
        said
            + " 'autogen downgrade "
            + revision
            + "' undoes what is above it. If the baseline is to go, too, add --yes --undo-baseline="
            + revision
            + ".");
    this.revision = revision;
    this.said = said;
  }

  private static BaselineKept of(RevisionScript script) {
    return new BaselineKept(
        script.id(),
        "Revision "
            + script.id()
            + " ("
            + script.message()
            + ") is a baseline: its downgrade takes away what was in the database before autogen."
            + " Nothing was done.");
  }

  /**
   * Makes sure that steps undo only baselines that may go.
   *
   * @throws BaselineKept if one may not
   */
  static void refuse(List<Step> steps, UndoneBaseline allowed) {
    for (Step step : steps) {
      if (step.direction() == Direction.DOWNGRADE && !allowed.allows(step.script())) {
        throw of(step.script());
      }
    }
  }

  /** The baseline that stays. */
  public String revision() {
    return revision;
  }

  /** What the message says without the commands of the command line. */
  public String reason() {
    return said;
  }
}
