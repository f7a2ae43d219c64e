package dev.autogen.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells which characters are visible to a person. The characters that Unicode calls "default
 * ignorable" are not all in the category of formats, so they are listed here (Unicode Standard,
 * 5.21).
 */
final class HiddenCharacters {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  /** The scripts in which a joiner between two letters is part of the spelling. */
  private static final Set<UnicodeScript> JOINED =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private HiddenCharacters() {}

  /** Whether the character at an index is visible and does not move. A tab counts as visible. */
  static boolean isShown(String text, int index) {
    int c = text.codePointAt(index);
    if (c < 0x7f) {
      return c >= ' ' || c == '\t';
    }
    if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
      return joins(text, index);
    }
    if (c == 0xfe0e || c == 0xfe0f) {
      return index > 0 && (isPictogram(text.codePointBefore(index)) || isKeycap(text, index));
    }
    if (isIgnorable(c) || (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static boolean joins(String text, int index) {
    if (index == 0 || index + 1 >= text.length()) {
      return false;
    }
    int before = text.codePointBefore(index);
    int after = text.codePointAt(index + 1);
    if (text.charAt(index) == ZERO_WIDTH_JOINER) {
      boolean pictograms = isPictogram(before) || before == 0xfe0f || isSkinTone(before);
      if (pictograms && isPictogram(after)) {
        return true;
      }
    }
    return JOINED.contains(UnicodeScript.of(before)) && JOINED.contains(UnicodeScript.of(after));
  }

  /**
   * Whether an emoji can begin with the character. Older Java versions do not know the newest ones,
   * so the whole range counts.
   */
  private static boolean isPictogram(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL
        || c >= 0x1f000 && c <= 0x1faff
        || Character.getType(c) == Character.MATH_SYMBOL;
  }

  /** Whether a selector belongs to a keycap: a digit, the selector and the box. */
  private static boolean isKeycap(String text, int index) {
    return index + 1 < text.length() && text.charAt(index + 1) == 0x20e3;
  }

  private static boolean isSkinTone(int c) {
    return c >= 0x1f3fb && c <= 0x1f3ff;
  }

  private static boolean isIgnorable(int c) {
    return c == 0x34f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || c >= 0x180b && c <= 0x180f
        || c >= 0x2060 && c <= 0x206f
        || c == 0x3164
        || c >= 0xfe00 && c <= 0xfe0f
        || c == 0xffa0
        || c >= 0xfff0 && c <= 0xfff8
        || c >= 0xe0000 && c <= 0xe0fff;
  }
}
