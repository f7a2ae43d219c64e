package dev.autogen.model.exported;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cursor over the tokens of one statement. */
final class TokenReader {

  private final String sql;
  private final List<Token> tokens;
  private final TextRules text;
  private final Set<String> clauses;
  private final String defaultSchema;
  private int position;

  TokenReader(String sql, TextRules text, String defaultSchema) {
    this(sql, text, defaultSchema, Set.of());
  }

  /**
   * A cursor over a statement of a database with clauses of its own.
   *
   * @param clauses clauses of columns beyond the SQL standard
   */
  TokenReader(String sql, TextRules text, String defaultSchema, Set<String> clauses) {
    this.clauses = clauses;
    this.sql = sql;
    this.tokens = text.tokens(sql);
    this.text = text;
    this.defaultSchema = defaultSchema;
  }

  /** A reader of a part of the statement. */
  TokenReader of(String part) {
    return new TokenReader(part, text, defaultSchema, clauses);
  }

  /** Whether the database has a clause of columns beyond the SQL standard. */
  boolean has(String clause) {
    return clauses.contains(clause);
  }

  Token peek() {
    return tokens.get(position);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(position + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(position);
    if (token.kind() != Token.Kind.END) {
      position++;
    }
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /** Whether the next tokens are these words, which are then consumed. */
  boolean accept(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    position += words.length;
    return true;
  }

  boolean acceptSymbol(char symbol) {
    if (!peek().isSymbol(symbol)) {
      return false;
    }
    position++;
    return true;
  }

  void expect(String... words) {
    if (!accept(words)) {
      throw unreadable("'" + String.join(" ", words) + "' expected");
    }
  }

  void expectSymbol(char symbol) {
    if (!acceptSymbol(symbol)) {
      throw unreadable("'" + symbol + "' expected");
    }
  }

  Token identifier() {
    if (!peek().isIdentifier()) {
      throw unreadable("a name expected");
    }
    return next();
  }

  String name() {
    return text.name(identifier());
  }

  /**
   * The name of a constraint or an index, behind its schema if it has one; null for a made-up one.
   */
  @Nullable String explicitName() {
    Token name = identifier();
    while (acceptSymbol('.')) {
      name = identifier();
    }
    return ExportedNames.isHash(name.text()) ? null : text.name(name);
  }

  /** A name with its schema; of a name in three parts the first, the catalog, is ignored. */
  QualifiedName qualifiedName() {
    return relation(path());
  }

  /** The names that dots join. */
  List<String> path() {
    List<String> path = new ArrayList<>();
    path.add(name());
    while (acceptSymbol('.')) {
      path.add(name());
    }
    return path;
  }

  QualifiedName relation(List<String> path) {
    String schema = path.size() > 1 ? path.get(path.size() - 2) : null;
    return new QualifiedName(
        defaultSchema.equals(schema) ? null : schema, path.get(path.size() - 1));
  }

  /** The type that a text names; one in the default schema or a built-in one carries no schema. */
  SqlType type(String sql) {
    SqlType type = SqlType.parse(sql);
    boolean plain = "pg_catalog".equals(type.schema()) || defaultSchema.equals(type.schema());
    return plain ? new SqlType(null, type.name(), type.arguments(), type.dimensions()) : type;
  }

  /** The names in a parenthesised list; an order after a name is skipped. */
  List<String> names() {
    expectSymbol('(');
    List<String> names = new ArrayList<>();
    while (!atEnd() && !peek().isSymbol(')')) {
      names.add(name());
      while (!atEnd() && !peek().isSymbol(',') && !peek().isSymbol(')')) {
        next();
      }
      acceptSymbol(',');
    }
    expectSymbol(')');
    return names;
  }

  /** The text between the next parentheses, without redundant ones around it. */
  String parenthesised() {
    expectSymbol('(');
    int from = position;
    int depth = 1;
    while (!atEnd()) {
      depth += nesting(peek());
      if (depth == 0) {
        String inner = text(from, position);
        next();
        return unwrapped(inner);
      }
      next();
    }
    throw unreadable("')' expected");
  }

  /**
   * The text up to one of the given words, a comma or a closing parenthesis, none of them within
   * parentheses, brackets or {@code CASE … END}.
   */
  String textUntil(Set<String> words) {
    int from = position;
    int depth = 0;
    while (!atEnd()) {
      Token token = peek();
      boolean first = position == from;
      if (depth == 0 && (token.isSymbol(',') || token.isSymbol(')'))) {
        break;
      }
      if (depth == 0
          && !first
          && isWordIn(token, words)
          && !tokens.get(position - 1).isWord("is")) {
        break;
      }
      depth += nesting(token);
      next();
    }
    return text(from, position);
  }

  /** The text of an index key: as above, but a word behind a closing parenthesis ends it too. */
  String textUntilKeyEnds(Set<String> words) {
    int from = position;
    int depth = 0;
    while (!atEnd()) {
      Token token = peek();
      boolean afterGroup = position > from && tokens.get(position - 1).isSymbol(')');
      boolean ends = isWordIn(token, words) || (afterGroup && token.isIdentifier());
      if (depth == 0 && (token.isSymbol(',') || token.isSymbol(')') || ends)) {
        break;
      }
      depth += nesting(token);
      next();
    }
    return text(from, position);
  }

  /** Skips one token, or all up to the closing parenthesis where it is an opening one. */
  void skipElement() {
    int depth = 0;
    do {
      depth += nesting(next());
    } while (depth > 0 && !atEnd());
  }

  /** Where the cursor is, for {@link #textSince}. */
  int position() {
    return position;
  }

  /** The text from an earlier position to the cursor. */
  String textSince(int from) {
    return text(from, position);
  }

  /** Moves to the comma or parenthesis that ends the current element of a list. */
  void skipToEndOfElement() {
    while (!atEnd() && !peek().isSymbol(',') && !peek().isSymbol(')')) {
      skipElement();
    }
  }

  /** The rest of the statement. */
  String rest() {
    String rest = text(position, tokens.size() - 1);
    position = tokens.size() - 1;
    return rest;
  }

  private String text(int from, int to) {
    return from >= to ? "" : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  AutogenException unreadable(String what) {
    return AutogenException.usage(
        "Hibernate's DDL cannot be read: "
            + what
            + " at '"
            + sql.substring(peek().start(), Math.min(sql.length(), peek().start() + 40))
            + "' in: "
            + sql
            + "\nCheck the columnDefinition, options and check texts of that table's entity.");
  }

  static boolean isWordIn(Token token, Set<String> words) {
    return token.kind() == Token.Kind.WORD && words.contains(token.text().toLowerCase(Locale.ROOT));
  }

  private static int nesting(Token token) {
    if (token.isSymbol('(') || token.isSymbol('[') || token.isWord("case")) {
      return 1;
    }
    return token.isSymbol(')') || token.isSymbol(']') || token.isWord("end") ? -1 : 0;
  }

  /** An expression without parentheses that enclose all of it. */
  String unwrapped(String expression) {
    return text.words().unwrapped(expression);
  }
}
