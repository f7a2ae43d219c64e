package dev.autogen.sql;

import dev.autogen.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits SQL into tokens. */
final class Lexer {

  private static final String PREFIXES = "eEbBxXnN";
  private static final String[] ASCII = new String[0x80];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = String.valueOf(c);
    }
  }

  private final String sql;
  private final TextRules rules;
  private final WhiteSpace whiteSpace;
  private int at;

  Lexer(String sql, TextRules rules) {
    this.sql = sql;
    this.rules = rules;
    this.whiteSpace = new WhiteSpace(sql, rules.comments());
  }

  List<Token> all() {
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = next();
      tokens.add(token);
    } while (token.kind() != Kind.END);
    return tokens;
  }

  /** The next token after blanks and comments; of kind {@code END} at the end. */
  Token next() {
    at = whiteSpace.end(at);
    if (at >= sql.length()) {
      return new Token(Kind.END, "", sql.length(), sql.length());
    }
    char c = sql.charAt(at);
    if (c == '\'' || (c == '"' && rules.strings().doubleQuotes())) {
      return string(at, c, rules.strings().backslashes() == StringRules.Backslashes.ESCAPE);
    } else if (PREFIXES.indexOf(c) >= 0 && isAt(at + 1, '\'')) {
      return string(at + 1, '\'', isEscaped(c));
    } else if (isWordStart(c)) {
      return word();
    } else if (c >= '0' && c <= '9') {
      return number();
    } else if (c == '$') {
      return dollar();
    }
    for (NameRules.Quotes quotes : rules.names().quotes()) {
      if (c == quotes.open()) {
        return quoted(quotes.close());
      }
    }
    if (c == ':' && isAt(at + 1, ':')) {
      return token(Kind.SYMBOL, "::", at + 2);
    }
    return token(Kind.SYMBOL, c < ASCII.length ? ASCII[c] : String.valueOf(c), at + 1);
  }

  /** Continues from that position. */
  void moveTo(int position) {
    at = position;
  }

  private Token token(Kind kind, String text, int end) {
    Token token = new Token(kind, text, at, end);
    at = end;
    return token;
  }

  private boolean isAt(int index, char c) {
    return index < sql.length() && sql.charAt(index) == c;
  }

  private boolean isEscaped(char prefix) {
    return switch (rules.strings().backslashes()) {
      case PLAIN -> false;
      case AFTER_E -> prefix == 'e' || prefix == 'E';
      case ESCAPE -> true;
    };
  }

  private Token string(int open, char quote, boolean escapes) {
    int close = open + 1;
    boolean verbatim = true;
    while (close < sql.length()) {
      char c = sql.charAt(close);
      if (escapes && c == '\\') {
        verbatim = false;
        close++;
      } else if (c == quote) {
        if (!isAt(close + 1, quote)) {
          break;
        }
        verbatim = false;
        close++;
      }
      close++;
    }
    int textEnd = Math.min(close, sql.length());
    String text =
        verbatim
            ? sql.substring(open + 1, textEnd)
            : Escapes.resolved(sql.substring(open + 1, textEnd), quote, escapes);
    return token(Kind.STRING, text, Math.min(close + 1, sql.length()));
  }

  private Token quoted(char close) {
    int end = at + 1;
    boolean doubled = false;
    while (end < sql.length() && (sql.charAt(end) != close || isAt(end + 1, close))) {
      boolean two = sql.charAt(end) == close;
      doubled |= two;
      end += two ? 2 : 1;
    }
    String text = sql.substring(at + 1, Math.min(end, sql.length()));
    return token(
        Kind.QUOTED,
        doubled ? Escapes.resolved(text, close, false) : text,
        Math.min(end + 1, sql.length()));
  }

  private Token word() {
    int end = at + 1;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    return token(Kind.WORD, sql.substring(at, end), end);
  }

  private Token number() {
    int end = at + 1;
    while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
      end++;
    }
    return token(Kind.NUMBER, sql.substring(at, end), end);
  }

  /** A string in dollar quotes, a parameter, or the dollar sign alone. */
  private Token dollar() {
    int end = at + 1;
    boolean digit = end < sql.length() && Character.isDigit(sql.charAt(end));
    while (end < sql.length() && sql.charAt(end) != '$' && isWordPart(sql.charAt(end))) {
      end++;
    }
    if (!digit && rules.strings().dollarQuotes() && isAt(end, '$')) {
      String tag = sql.substring(at, end + 1);
      int close = sql.indexOf(tag, end + 1);
      String text = sql.substring(end + 1, close < 0 ? sql.length() : close);
      return token(Kind.STRING, text, close < 0 ? sql.length() : close + tag.length());
    }
    return digit
        ? token(Kind.SYMBOL, sql.substring(at, end), end)
        : token(Kind.SYMBOL, "$", at + 1);
  }

  private static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || c >= '0' && c <= '9' || c == '$';
  }
}
