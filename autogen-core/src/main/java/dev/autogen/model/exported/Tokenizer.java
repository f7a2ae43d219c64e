package dev.autogen.model.exported;

import dev.autogen.model.exported.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits SQL into tokens (PostgreSQL manual, 4.1 "Lexical Structure"). */
final class Tokenizer {

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private Tokenizer(String sql) {
    this.sql = sql;
  }

  /** The tokens of a statement, ended by one of kind {@code END}. */
  static List<Token> tokens(String sql) {
    Tokenizer tokenizer = new Tokenizer(sql);
    while (tokenizer.position < sql.length()) {
      tokenizer.next();
    }
    tokenizer.tokens.add(new Token(Kind.END, "", sql.length(), sql.length()));
    return tokenizer.tokens;
  }

  private void next() {
    char c = sql.charAt(position);
    if (Character.isWhitespace(c)) {
      position++;
    } else if (sql.startsWith("--", position)) {
      int end = sql.indexOf('\n', position);
      position = end < 0 ? sql.length() : end + 1;
    } else if (sql.startsWith("/*", position)) {
      int end = sql.indexOf("*/", position + 2);
      position = end < 0 ? sql.length() : end + 2;
    } else if (c == '"') {
      quoted(Kind.QUOTED, '"', position, position, false);
    } else if (c == '\'') {
      quoted(Kind.STRING, '\'', position, position, false);
    } else if ((c == 'e' || c == 'E') && sql.startsWith("'", position + 1)) {
      quoted(Kind.STRING, '\'', position, position + 1, true);
    } else if (c == '$' && dollarTagEnd() > 0) {
      dollarQuoted();
    } else if (isIdentifierStart(c)) {
      word();
    } else if (Character.isDigit(c)) {
      number();
    } else {
      add(Kind.SYMBOL, String.valueOf(c), position, position + 1);
    }
  }

  private void quoted(Kind kind, char quote, int start, int open, boolean escapes) {
    StringBuilder text = new StringBuilder();
    int at = open + 1;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (escapes && c == '\\' && at < sql.length()) {
        text.append(sql.charAt(at++));
      } else if (c != quote) {
        text.append(c);
      } else if (at < sql.length() && sql.charAt(at) == quote) {
        text.append(quote);
        at++;
      } else {
        break;
      }
    }
    add(kind, text.toString(), start, at);
  }

  private int dollarTagEnd() {
    int at = position + 1;
    while (at < sql.length() && isIdentifierPart(sql.charAt(at)) && sql.charAt(at) != '$') {
      at++;
    }
    boolean tag = at < sql.length() && sql.charAt(at) == '$';
    boolean digitFirst = at > position + 1 && Character.isDigit(sql.charAt(position + 1));
    return tag && !digitFirst ? at + 1 : -1;
  }

  private void dollarQuoted() {
    int bodyStart = dollarTagEnd();
    String tag = sql.substring(position, bodyStart);
    int close = sql.indexOf(tag, bodyStart);
    int bodyEnd = close < 0 ? sql.length() : close;
    int end = close < 0 ? sql.length() : close + tag.length();
    add(Kind.STRING, sql.substring(bodyStart, bodyEnd), position, end);
  }

  private void word() {
    int at = position + 1;
    while (at < sql.length() && isIdentifierPart(sql.charAt(at))) {
      at++;
    }
    add(Kind.WORD, sql.substring(position, at), position, at);
  }

  private void number() {
    int at = position + 1;
    while (at < sql.length() && (isIdentifierPart(sql.charAt(at)) || sql.charAt(at) == '.')) {
      at++;
    }
    add(Kind.NUMBER, sql.substring(position, at), position, at);
  }

  private void add(Kind kind, String text, int start, int end) {
    tokens.add(new Token(kind, text, start, end));
    position = end;
  }

  private static boolean isIdentifierStart(char c) {
    return c == '_' || c >= 0x80 || Character.isLetter(c);
  }

  private static boolean isIdentifierPart(char c) {
    return isIdentifierStart(c) || Character.isDigit(c) || c == '$';
  }
}
