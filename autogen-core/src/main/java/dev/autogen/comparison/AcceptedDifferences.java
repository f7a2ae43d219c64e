package dev.autogen.comparison;

import dev.autogen.config.AcceptedEntry;
import dev.autogen.config.AcceptedFile;
import dev.autogen.config.Config;
import dev.autogen.diff.AcceptedDifference;
import dev.autogen.diff.DifferenceKind;
import dev.autogen.schema.AutogenException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the differences that a project has accepted. */
public final class AcceptedDifferences {

  private AcceptedDifferences() {}

  /**
   * The accepted differences; none if the project has no file of them.
   *
   * @throws AutogenException if the file cannot be read, or an entry names no kind of difference
   */
  static Set<AcceptedDifference> of(Config config) {
    Set<AcceptedDifference> accepted = new LinkedHashSet<>();
    AcceptedFile.read(config.acceptedFile()).forEach(entry -> accepted.add(of(entry)));
    return accepted;
  }

  /** The difference that an entry of the file accepts. */
  public static AcceptedDifference of(AcceptedEntry entry) {
    return new AcceptedDifference(
        DifferenceKind.of(entry.kind(), AcceptedFile.NAME + ", " + entry.object()),
        entry.object(),
        entry.model(),
        entry.database());
  }
}
