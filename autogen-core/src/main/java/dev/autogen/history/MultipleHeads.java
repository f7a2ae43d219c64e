package dev.autogen.history;

import dev.autogen.schema.AutogenException;
import java.util.List;

/** Thrown when the history has several heads but one is needed. */
public final class MultipleHeads extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final List<String> heads;

  MultipleHeads(String argument, List<String> heads) {
    super(
        Exit.USAGE,
        "Multiple head revisions are present for given argument '"
            + argument
            + "' ("
            + String.join(", ", heads)
            + "); name a revision, '<branchname>@head' to narrow to a specific head, or 'heads' for"
            + " all heads; or join them by 'autogen merge heads -m \"merge\"'");
    this.heads = List.copyOf(heads);
  }

  /** The heads that there are. */
  public List<String> heads() {
    return heads;
  }
}
