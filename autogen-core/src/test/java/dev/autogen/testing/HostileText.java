package dev.autogen.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts that end a comment, a literal or a statement where somebody forgot to quote. */
public final class HostileText {

  private static final List<String> PIECES =
      List.of(
          "'",
          "''",
          "\"",
          "\"\"",
          "\\",
          "\\\\",
          ";",
          "--",
          "/*",
          "*/",
          "$$",
          "$x$",
          "%",
          "%s",
          "%1$s",
          "{}",
          "{0}",
          "${HOME}",
          "{@code x}",
          "@Revision",
          "<b>",
          "&amp;",
          "&#42;/",
          "\\u002a/",
          "\\u0022",
          "\\u000a",
          "\\uuuu0027",
          "\\n",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\f",
          "\u0085",
          "\u2028",
          "\u00a0",
          "😀",
          "👩‍👩‍👧",
          "é",
          "e\u0301",
          "日本語",
          "\u202e",
          "\u200f",
          "שלום",
          "مرحبا",
          "\uFEFF",
          "\u200b",
          "\"\"\"",
          "#{x}",
          "`",
          "|",
          "?",
          ":name",
          "::text",
          "'); drop table precious; --",
          "\"; drop table precious; --",
          "*/ class X { /*",
          "\"); System.exit(1); //",
          "null",
          "select",
          "User",
          " ",
          "  ",
          "0",
          "a",
          "Z",
          "_");

  private final Random random;

  /** Texts of that seed. */
  public HostileText(long seed) {
    this.random = new Random(seed);
  }

  /** A text of one piece up to that many. */
  public String text(int most) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(most);
    for (int i = 0; i < pieces; i++) {
      text.append(
          random.nextInt(5) == 0 ? anyCharacter() : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** A text that fits into a name: of at most so many bytes of UTF-8, and not empty. */
  public String name(int bytes) {
    String text = text(6);
    while (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }
    return text;
  }

  private String anyCharacter() {
    int character;
    do {
      character = 1 + random.nextInt(random.nextBoolean() ? 0x7f : 0x1ffff);
    } while (character >= 0xd800 && character < 0xe000);
    return Character.toString(character);
  }
}
