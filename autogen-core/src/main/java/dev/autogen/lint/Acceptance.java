package dev.autogen.lint;

import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.AutogenException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hazard that the author of a migration accepts.
 *
 * @param line where it is accepted; 0 where that is not known
 * @param call the call of an operation to which it belongs; {@link #ANY} for all of the revision
 */
record Acceptance(HazardCode code, String reason, int line, int call) {

  static final int ANY = -1;

  /** Finds the comments that accept a hazard. */
  static final Pattern COMMENT =
      Pattern.compile("(?m)autogen:accept\\s+(\\w+)[ \\t]*([^\\n\\r]*?)\\s*(?:\\*/|-->)?[ \\t]*$");

  private static final Pattern TEXT = Pattern.compile("(?s)\\s*(\\w+)[\\s:,]*(.*)");

  /**
   * The acceptance that a code and a reason make.
   *
   * @throws AutogenException if there is no such code, or no reason
   */
  static Acceptance of(String code, String reason, int line, int call) {
    HazardCode known;
    try {
      known = HazardCode.valueOf(code.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw AutogenException.usage(
          "\""
              + code
              + "\" is no code of a finding; take one that 'autogen lint' prints, such as"
              + " AG101");
    }
    if (reason.isBlank()) {
      throw AutogenException.usage(
          "Whoever accepts "
              + known
              + " says why: op.accept(\""
              + known
              + "\", \"…\"), or"
              + " -- autogen:accept "
              + known
              + " … in SQL");
    }
    return new Acceptance(known, reason.strip(), line, call);
  }

  /** The acceptance of {@code @Revision(accept = "AG101 reason")}. */
  static Acceptance ofRevision(String text) {
    Matcher match = TEXT.matcher(text);
    return match.matches() ? of(match.group(1), match.group(2), 0, ANY) : of(text, "", 0, ANY);
  }
}
