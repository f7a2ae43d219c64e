package dev.autogen.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A revision symbol taken apart: {@code branch@name+steps}, each part optional.
 *
 * @param text what was typed
 * @param branch the label or revision before the {@code @}, or null
 * @param name an id, a prefix of one, a label, {@code head}, {@code heads}, {@code base} or {@code
 *     current}; null for a purely relative symbol
 * @param steps how far to walk from there, up if positive; null if no steps are given
 */
record Symbol(
    String text, @Nullable String branch, @Nullable String name, @Nullable Integer steps) {

  private static final Pattern FORM =
      Pattern.compile("(?:([^@]+)@)?([^@+-][^@+]*?)?([+-]\\d{1,9})?");

  static Symbol parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches() || text.endsWith("@")) {
      throw UnknownRevision.typed(text);
    }
    String steps = matcher.group(3);
    return new Symbol(
        text, matcher.group(1), matcher.group(2), steps == null ? null : Integer.valueOf(steps));
  }
}
