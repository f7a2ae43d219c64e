package dev.autogen.dialect.mysql;

import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.List;

/**
 * Rewrites expressions that the server printed into the form that a person writes: {@code kind in
 * ('A','B')} for {@code (`kind` in (_utf8mb4'A',_utf8mb4'B'))}. The server prints the rewritten
 * form as before.
 */
final class MySqlExpressions {

  private static final TextRules TEXT = MySqlText.RULES;

  private MySqlExpressions() {}

  /** The text that MySQL's catalog holds with a backslash before quotes and backslashes. */
  static String unescaped(String printed) {
    if (printed.indexOf('\\') < 0) {
      return printed;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      boolean escape =
          c == '\\'
              && i + 1 < printed.length()
              && (printed.charAt(i + 1) == '\'' || printed.charAt(i + 1) == '\\');
      text.append(escape ? printed.charAt(++i) : c);
    }
    return text.toString();
  }

  /**
   * Without quotes that names do not need, character sets of literals, and outer parentheses.
   * {@code -(5)} becomes {@code -5}: MySQL prints either for the other.
   */
  static String readable(String printed) {
    StringBuilder result = new StringBuilder();
    List<Token> tokens = TEXT.tokens(printed);
    int end = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      result.append(printed, end, token.start());
      end = token.end();
      if (isNegative(tokens, i)) {
        result.append('-').append(tokens.get(i + 2).text());
        i += 3;
        end = tokens.get(i).end();
      } else if (token.kind() == Kind.QUOTED) {
        result.append(TEXT.names().written(token.text()));
      } else if (!isIntroducer(token, tokens.get(i + 1))) {
        result.append(printed, token.start(), token.end());
      }
    }
    return TEXT.words().unwrapped(result.append(printed.substring(end)).toString().strip());
  }

  /** {@code _utf8mb4} right before a literal. */
  private static boolean isIntroducer(Token token, Token next) {
    return token.kind() == Kind.WORD
        && token.text().startsWith("_")
        && next.kind() == Kind.STRING
        && next.start() == token.end();
  }

  /** A minus right before a number in parentheses. */
  private static boolean isNegative(List<Token> tokens, int i) {
    return i + 3 < tokens.size()
        && tokens.get(i).isSymbol('-')
        && tokens.get(i + 1).isSymbol('(')
        && tokens.get(i + 1).start() == tokens.get(i).end()
        && tokens.get(i + 2).kind() == Kind.NUMBER
        && tokens.get(i + 3).isSymbol(')');
  }
}
