package dev.autogen.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a Java source (Java Language Specification, chapter 3). Comments and white space
 * separate them; the last Javadoc comment before a token is kept.
 *
 * <p>{@code >} is always a separate sign, so that {@code List<List<X>>} has the same tokens with
 * any spacing. Elsewhere, two signs that begin with it cannot follow each other.
 */
final class SourceTokens {

  /** What kind of token stands at the current position. */
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SIGN,
    END
  }

  private static final Set<String> LONG_SIGNS =
      Set.of(
          "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", "<<", "+=", "-=", "*=", "/=", "&=",
          "|=", "^=", "%=");

  private final String source;
  private int at;
  private Kind kind = Kind.END;
  private String text = "";
  private @Nullable String javadoc;

  SourceTokens(String source) {
    this.source = PlainSource.of(source);
    next();
  }

  Kind kind() {
    return kind;
  }

  /** The word, the value of the string literal, or the sign. */
  String text() {
    return text;
  }

  /** The body of the Javadoc comment last seen, without its delimiters. */
  @Nullable String javadoc() {
    return javadoc;
  }

  /** Drops a comment that belongs to something else. */
  void forgetJavadoc() {
    javadoc = null;
  }

  boolean is(String signOrWord) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(signOrWord);
  }

  /** The line of the current token, counted from 1. */
  int line() {
    return (int)
            source
                .substring(0, Math.min(at, source.length()))
                .chars()
                .filter(c -> c == '\n')
                .count()
        + 1;
  }

  /** Moves to the next token. */
  void next() {
    skipBlanksAndComments();
    if (at >= source.length()) {
      kind = Kind.END;
      text = "";
      return;
    }
    char c = source.charAt(at);
    if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
      set(Kind.WORD, word());
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      set(Kind.NUMBER, number());
    } else if (source.startsWith("\"\"\"", at)) {
      set(Kind.STRING, textBlock());
    } else if (c == '"') {
      set(Kind.STRING, literal('"'));
    } else if (c == '\'') {
      set(Kind.SIGN, "'" + literal('\''));
    } else {
      set(Kind.SIGN, sign());
    }
  }

  private String word() {
    int from = at;
    while (at < source.length() && Character.isJavaIdentifierPart(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    return source.substring(from, at);
  }

  private boolean isDigit(int position) {
    return position < source.length()
        && source.charAt(position) >= '0'
        && source.charAt(position) <= '9';
  }

  /** A number with its suffix; the sign of an exponent belongs to it. */
  private String number() {
    int from = at;
    boolean hexadecimal = source.startsWith("0x", at) || source.startsWith("0X", at);
    String exponent = hexadecimal ? "pP" : "eE";
    while (at < source.length()) {
      char c = source.charAt(at);
      boolean signed = (c == '+' || c == '-') && exponent.indexOf(source.charAt(at - 1)) >= 0;
      if (c != '.' && !Character.isJavaIdentifierPart(c) && (at == from || !signed)) {
        break;
      }
      at++;
    }
    return source.substring(from, at);
  }

  private String sign() {
    int from = at;
    if (source.startsWith("...", at) || source.startsWith("<<=", at)) {
      at += 3;
    } else if (at + 2 <= source.length() && LONG_SIGNS.contains(source.substring(at, at + 2))) {
      at += 2;
    } else {
      at++;
    }
    return source.substring(from, at);
  }

  private void set(Kind newKind, String newText) {
    kind = newKind;
    text = newText;
  }

  private void skipBlanksAndComments() {
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
      } else if (source.startsWith("//", at)) {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (source.startsWith("/*", at)) {
        int end = source.indexOf("*/", at + 2);
        int stop = end < 0 ? source.length() : end;
        if (source.startsWith("/**", at) && stop > at + 3) {
          javadoc = source.substring(at + 3, stop);
        }
        at = end < 0 ? source.length() : end + 2;
      } else {
        return;
      }
    }
  }

  private String literal(char quote) {
    int from = ++at;
    while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    String raw = source.substring(from, Math.min(at, source.length()));
    at++;
    return translated(raw);
  }

  private String textBlock() {
    int from = source.indexOf('\n', at) + 1;
    at = Math.max(from, at + 3);
    while (at < source.length() && !source.startsWith("\"\"\"", at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    String raw = source.substring(Math.min(from, source.length()), Math.min(at, source.length()));
    at += 3;
    return translated(raw.stripIndent());
  }

  /**
   * The text with escapes replaced by their characters; escapes that no compiler accepts stay as
   * they are.
   */
  private static String translated(String raw) {
    try {
      return raw.translateEscapes();
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }
}
