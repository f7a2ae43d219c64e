package dev.autogen.dialect.mysql;

import dev.autogen.sql.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The parts of what {@code SHOW CREATE TABLE} prints, by the names of columns, checks and indexes:
 * defaults with what is set on update, expressions of generated columns, checks and keys.
 */
final class ShownTable {

  private static final Set<String> CLAUSES =
      Set.of(
          "default",
          "comment",
          "collate",
          "check",
          "generated",
          "auto_increment",
          "virtual",
          "stored",
          "invisible",
          "references");

  private ShownTable() {}

  static Map<String, String> parts(String shown) {
    Map<String, String> parts = new HashMap<>();
    for (String line : shown.split("\n")) {
      List<Token> tokens = MySqlText.RULES.tokens(line);
      for (int i = 0; i + 1 < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (token.isWord("check") && i > 0 && tokens.get(0).isWord("constraint")) {
          parts.put(tokens.get(1).text(), inside(line, tokens, i + 1));
        } else if (token.isWord("key") && i == 0) {
          parts.put(tokens.get(1).text(), inside(line, tokens, 2));
        } else if (tokens.get(0).kind() == Token.Kind.QUOTED && token.isWord("as")) {
          parts.put(tokens.get(0).text(), inside(line, tokens, i + 1));
          break;
        } else if (tokens.get(0).kind() == Token.Kind.QUOTED && token.isWord("default") && i > 0) {
          parts.put(tokens.get(0).text(), serverDefault(line, tokens, i + 1));
          break;
        }
      }
    }
    return parts;
  }

  /** What stands in the parentheses that open at a place. */
  private static String inside(String line, List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size() - 1; i++) {
      depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
      if (depth == 0) {
        return MySqlExpressions.readable(
            line.substring(tokens.get(open).end(), tokens.get(i).start()));
      }
    }
    return line;
  }

  private static String serverDefault(String line, List<Token> tokens, int from) {
    int depth = 0;
    int i = from;
    for (; i < tokens.size() - 1; i++) {
      Token token = tokens.get(i);
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      boolean ends = token.isSymbol(',') || CLAUSES.contains(token.text().toLowerCase(Locale.ROOT));
      if (depth == 0 && ends && token.kind() != Token.Kind.STRING) {
        break;
      }
    }
    return MySqlExpressions.readable(
        line.substring(tokens.get(from).start(), tokens.get(i - 1).end()));
  }
}
