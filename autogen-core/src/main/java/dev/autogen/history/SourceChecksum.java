package dev.autogen.history;

import dev.autogen.history.SourceTokens.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the checksum by which an edit of an applied migration is noticed.
 *
 * <p>It covers the meaning of the source: its tokens, without comments and white space, and with
 * the imports sorted. So a licence header, a formatter or another order of imports does not change
 * it; every other change is an edit.
 *
 * <p>A checksum shows which formula made it: {@code 2:} and 62 digits cover the tokens; 64 digits
 * without a prefix cover the text, as in the journal of older databases.
 */
public final class SourceChecksum {

  private static final String PREFIX = "2:";
  private static final int DIGITS = 62;

  private SourceChecksum() {}

  /** The checksum of a source, by the formula that is recorded now. */
  public static String of(String source) {
    return PREFIX + Sha256.of(meaning(source)).substring(0, DIGITS);
  }

  /** The checksum of a text; line ends, a byte order mark and the last line end do not matter. */
  public static String ofText(String source) {
    String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
    return Sha256.of(text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing());
  }

  /** Whether a checksum is that of a source, by the formula that made the checksum. */
  public static boolean isOf(String checksum, String source) {
    return checksum.equals(isCurrent(checksum) ? of(source) : ofText(source));
  }

  /** Whether a checksum was made by the formula that is recorded now. */
  public static boolean isCurrent(String checksum) {
    return checksum.startsWith(PREFIX);
  }

  /** The tokens, each with its kind and its length, so that no two lists of them look alike. */
  private static String meaning(String source) {
    StringBuilder rest = new StringBuilder(source.length());
    List<String> imports = new ArrayList<>();
    SourceTokens tokens = new SourceTokens(source);
    while (tokens.kind() != Kind.END) {
      if (tokens.kind() == Kind.WORD && tokens.is("import")) {
        StringBuilder declaration = new StringBuilder();
        while (tokens.kind() != Kind.END && !tokens.is(";")) {
          append(declaration, tokens);
        }
        imports.add(declaration.toString());
        tokens.next();
      } else {
        append(rest, tokens);
      }
    }
    imports.sort(null);
    return String.join("\n", imports) + "\n" + rest;
  }

  private static void append(StringBuilder text, SourceTokens tokens) {
    String token = tokens.text();
    text.append(tokens.kind().name().charAt(1)).append(token.length()).append(':').append(token);
    tokens.next();
  }
}
