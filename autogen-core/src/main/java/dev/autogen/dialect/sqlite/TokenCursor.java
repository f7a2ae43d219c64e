package dev.autogen.dialect.sqlite;

import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the tokens of a statement, or of a part of one, from left to right. */
final class TokenCursor {

  private final String sql;
  private final List<Token> tokens;
  private int at;

  TokenCursor(String sql) {
    this.sql = sql;
    this.tokens = SqliteText.RULES.tokens(sql);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  Token next() {
    Token token = peek();
    if (!atEnd()) {
      at++;
    }
    return token;
  }

  /** Moves behind these words, if they come next. */
  boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  /** A name, which SQLite also takes in single quotes. */
  String name() {
    Token token = next();
    return token.kind() == Kind.STRING
        ? SqliteText.named(token.text())
        : SqliteText.RULES.name(token);
  }

  /** Where the next token begins. */
  int start() {
    return peek().start();
  }

  /** Where the last token ended. */
  int end() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  /** The text from a place up to the last token. */
  String since(int start) {
    return sql.substring(start, Math.max(start, end()));
  }

  /** Moves behind the parentheses that come next; the text between them. */
  String parenthesised() {
    int open = next().end();
    int depth = 1;
    while (!atEnd()) {
      Token token = next();
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      if (depth == 0) {
        return sql.substring(open, token.start()).strip();
      }
    }
    return sql.substring(open).strip();
  }

  /** Moves behind the parentheses that come next; the texts between their commas. */
  List<String> elements() {
    List<String> elements = new ArrayList<>();
    int start = next().end();
    int depth = 1;
    while (!atEnd()) {
      Token token = next();
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      if (depth == 0 || depth == 1 && token.isSymbol(',')) {
        elements.add(sql.substring(start, token.start()));
        start = token.end();
      }
      if (depth == 0) {
        break;
      }
    }
    return elements;
  }

  /** The text behind the last token. */
  String rest() {
    return sql.substring(end());
  }
}
