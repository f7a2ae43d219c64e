package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the words of a statement from left to right. */
final class Words {

  private final String sql;
  private final List<Token> tokens;
  private int at;

  Words(String sql) {
    this(sql, PostgreSqlText.RULES.tokens(sql));
  }

  private Words(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens.stream().filter(each -> each.kind() != Kind.END).toList();
  }

  /** Whether these words come next. */
  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !is(tokens.get(at + i), words[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(Token token, String word) {
    return Character.isLetter(word.charAt(0))
        ? token.isWord(word)
        : token.kind() == Kind.SYMBOL && token.text().equals(word);
  }

  /** Passes these words if they come next. */
  boolean take(String... words) {
    boolean found = at(words);
    at += found ? words.length : 0;
    return found;
  }

  /** Passes a word. */
  void skip() {
    at++;
  }

  /** Passes everything in parentheses, if they open here. */
  boolean skipParentheses() {
    if (!at("(")) {
      return false;
    }
    int depth = 0;
    do {
      depth += at("(") ? 1 : at(")") ? -1 : 0;
      at++;
    } while (depth > 0 && at < tokens.size());
    return true;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** A name with or without a schema, as the database stores it; passes it. */
  Optional<QualifiedName> name() {
    if (atEnd() || !tokens.get(at).isIdentifier()) {
      return Optional.empty();
    }
    String first = PostgreSqlText.RULES.name(tokens.get(at++));
    if (at(".") && at + 1 < tokens.size() && tokens.get(at + 1).isIdentifier()) {
      at++;
      return Optional.of(QualifiedName.of(first, PostgreSqlText.RULES.name(tokens.get(at++))));
    }
    return Optional.of(QualifiedName.of(first));
  }

  /** Names with commas between them. */
  List<QualifiedName> names() {
    List<QualifiedName> names = new ArrayList<>();
    do {
      take("only");
      name().ifPresent(names::add);
      take("*");
    } while (take(","));
    return names;
  }

  /** The word, name, number or symbol that comes next, as it is written; passes it. */
  String next() {
    return atEnd() ? "" : tokens.get(at++).in(sql);
  }

  /** The value of the literal or word that comes next; passes it. */
  String value() {
    return atEnd() ? "" : tokens.get(at++).text();
  }

  /** The text from here on. */
  String rest() {
    return atEnd() ? "" : sql.substring(tokens.get(at).start()).strip();
  }

  /** The parts of the rest between commas that are not in parentheses. */
  List<Words> parts() {
    List<Words> parts = new ArrayList<>();
    int depth = 0;
    int start = at;
    for (int i = at; i <= tokens.size(); i++) {
      boolean end = i == tokens.size();
      if (end || depth == 0 && tokens.get(i).isSymbol(',')) {
        if (i > start) {
          parts.add(part(start, i));
        }
        start = i + 1;
      } else {
        depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
      }
    }
    return parts;
  }

  private Words part(int from, int to) {
    return new Words(sql.substring(0, tokens.get(to - 1).end()), tokens.subList(from, to));
  }

  /** Whether these words follow each other anywhere from here on, outside of parentheses. */
  boolean has(String... words) {
    int before = at;
    try {
      while (!atEnd()) {
        if (at(words)) {
          return true;
        }
        if (!skipParentheses()) {
          at++;
        }
      }
      return false;
    } finally {
      at = before;
    }
  }

  /** Whether the statement has a word anywhere. */
  boolean contains(String word) {
    return tokens.stream().anyMatch(each -> is(each, word));
  }

  /** The name after these words, wherever they follow each other. */
  Optional<QualifiedName> after(String... words) {
    int before = at;
    try {
      for (at = 0; at < tokens.size(); at++) {
        if (at(words)) {
          at += words.length;
          return name();
        }
      }
      return Optional.empty();
    } finally {
      at = before;
    }
  }

  /** All words that may be names, as the database stores them. */
  Set<String> identifiers() {
    Set<String> names = new HashSet<>();
    for (Token token : tokens) {
      if (token.isIdentifier()) {
        names.add(PostgreSqlText.RULES.name(token));
      }
    }
    return names;
  }

  /** The names that the database would cut. */
  List<String> tooLong() {
    return tokens.stream()
        .filter(Token::isIdentifier)
        .map(Token::text)
        .filter(text -> !PostgreSqlText.RULES.names().cut(text).equals(text))
        .distinct()
        .toList();
  }
}
