package dev.autogen.history;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of a Java source, as far as its header needs them: words, string literals and single
 * signs. Comments and blanks separate tokens; the last Javadoc comment before a token is kept.
 */
final class SourceTokens {

  /** What kind of token stands at the current position. */
  enum Kind {
    WORD,
    STRING,
    SIGN,
    END
  }

  private final String source;
  private int at;
  private Kind kind = Kind.END;
  private String text = "";
  private @Nullable String javadoc;

  SourceTokens(String source) {
    this.source = source;
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

  /** Forgets a comment that belongs to something else. */
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
    if (Character.isJavaIdentifierStart(c)) {
      int from = at;
      while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
        at++;
      }
      set(Kind.WORD, source.substring(from, at));
    } else if (source.startsWith("\"\"\"", at)) {
      set(Kind.STRING, textBlock());
    } else if (c == '"') {
      set(Kind.STRING, literal('"'));
    } else if (c == '\'') {
      set(Kind.SIGN, "'" + literal('\''));
    } else {
      at++;
      set(Kind.SIGN, String.valueOf(c));
    }
  }

  private void set(Kind newKind, String newText) {
    kind = newKind;
    text = newText;
  }

  private void skipBlanksAndComments() {
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at)) || source.charAt(at) == '\uFEFF') {
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
    return unescape(raw);
  }

  private String textBlock() {
    int from = source.indexOf('\n', at) + 1;
    at = Math.max(from, at + 3);
    while (at < source.length() && !source.startsWith("\"\"\"", at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    String raw = source.substring(Math.min(from, source.length()), Math.min(at, source.length()));
    at += 3;
    return raw.stripIndent().translateEscapes();
  }

  private static String unescape(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.startsWith("\\u", i)) {
        int digits = i + 1;
        while (digits < raw.length() && raw.charAt(digits) == 'u') {
          digits++;
        }
        plain.append((char) Integer.parseInt(raw.substring(digits, digits + 4), 16));
        i = digits + 3;
      } else if (raw.charAt(i) == '\\' && i + 1 < raw.length()) {
        plain.append(raw, i, i + 2);
        i++;
      } else {
        plain.append(raw.charAt(i));
      }
    }
    return plain.toString().translateEscapes();
  }
}
