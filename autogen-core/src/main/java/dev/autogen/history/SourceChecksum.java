package dev.autogen.history;

import dev.autogen.history.SourceTokens.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The checksum by which an edit of an applied migration is noticed.
 *
 * <p>It is of what the source means: its tokens, without comments and white space, and with the
 * imports sorted. So a licence header, a formatter or an import order changes nothing, and every
 * other change is an edit.
 *
 * <p>A checksum says which formula made it. {@code 2:} and 62 digits are of the tokens; 64 digits
 * without a prefix are of the text, which is what the journal of older databases holds.
 */
public final class SourceChecksum {

  private static final String PREFIX = "2:";
  private static final int DIGITS = 62;

  private SourceChecksum() {}

  /** The checksum of a source, by the formula that is recorded now. */
  public static String of(String source) {
    return PREFIX + Sha256.of(meaning(source)).substring(0, DIGITS);
  }

  /** The checksum of a text, whatever its line ends, byte order mark and last line end. */
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
