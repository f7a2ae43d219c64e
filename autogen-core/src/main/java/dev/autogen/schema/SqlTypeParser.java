package dev.autogen.schema;

import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a type from SQL text, in any dialect: words, arguments in parentheses, array suffixes. */
final class SqlTypeParser {

  private static final String ARRAY = " array";

  private final String sql;
  private final List<Token> tokens;
  private final StringBuilder words = new StringBuilder();
  private final List<String> arguments = new ArrayList<>();
  private @Nullable String schema;
  private int dimensions;
  private int at;

  private SqlTypeParser(String sql) {
    this.sql = sql;
    this.tokens = TextRules.standard().tokens(sql);
  }

  static SqlType parse(String sql) {
    return new SqlTypeParser(sql).parse();
  }

  private SqlType parse() {
    int end = 0;
    while (token().kind() != Kind.END) {
      if (token().start() > end) {
        separate();
      }
      read();
      end = tokens.get(at - 1).end();
    }
    String name = words.toString().strip();
    if (name.endsWith(ARRAY)) {
      name = name.substring(0, name.length() - ARRAY.length()).strip();
      dimensions = Math.max(1, dimensions);
    }
    return new SqlType(schema, name, arguments, dimensions);
  }

  private Token token() {
    return tokens.get(at);
  }

  private void read() {
    Token token = token();
    if (token.isSymbol('(')) {
      arguments();
      return;
    } else if (token.isSymbol('[')) {
      dimensions++;
      skipTo(']');
    } else if (token.isSymbol('.')) {
      schema = words.toString();
      words.setLength(0);
    } else if (token.kind() == Kind.QUOTED) {
      words.append(unlessGrammar(token.text()));
    } else {
      words.append(token.in(sql).toLowerCase(Locale.ROOT));
    }
    at++;
  }

  /** Moves to a symbol, or to the last token. */
  private void skipTo(char symbol) {
    while (!token().isSymbol(symbol) && tokens.get(at + 1).kind() != Kind.END) {
      at++;
    }
  }

  private void separate() {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  /**
   * Keeps apart the keyword {@code CHAR} and the type {@code "char"}, which is another type and
   * must be quoted.
   */
  private static String unlessGrammar(String name) {
    return name.equals("char") ? "\"char\"" : name;
  }

  /** The texts between the commas of the outermost parentheses. */
  private void arguments() {
    int start = token().end();
    int depth = 0;
    for (; token().kind() != Kind.END; at++) {
      Token token = token();
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      if (depth == 0 || (depth == 1 && token.isSymbol(','))) {
        addArgument(sql.substring(start, token.start()));
        start = token.end();
      }
      if (depth == 0) {
        at++;
        separate();
        return;
      }
    }
    addArgument(sql.substring(start));
    separate();
  }

  private void addArgument(String argument) {
    String text = argument.strip();
    if (!text.isEmpty()) {
      arguments.add(text.contains("'") ? text : text.toLowerCase(Locale.ROOT));
    }
  }
}
