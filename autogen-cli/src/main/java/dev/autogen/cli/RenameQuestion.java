package dev.autogen.cli;

import dev.autogen.diff.RenameCandidate;
import java.util.Locale;
import java.util.function.BinaryOperator;

/**
 * The question to a person whether a dropped and an added object are the same.
 *
 * @param likely whether no answer means yes
 */
record RenameQuestion(String text, boolean likely) {

  /**
   * The question about a candidate, with the answer that is more likely in capitals.
   *
   * @param paint puts its second argument in the colour that the first names
   */
  static RenameQuestion about(RenameCandidate candidate, BinaryOperator<String> paint) {
    return new RenameQuestion(
        paint.apply("red", candidate.dropped().object())
            + " is dropped and "
            + paint.apply("green", candidate.rename().to())
            + " added. Was it renamed? "
            + (candidate.isLikely() ? "[Y/n] " : "[y/N] "),
        candidate.isLikely());
  }

  /** Whether an answer means yes. */
  boolean isYes(String answer) {
    String word = answer.strip().toLowerCase(Locale.ROOT);
    return word.isEmpty() ? likely : word.startsWith("y");
  }
}
