package dev.autogen.dialect.h2;

import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.List;

/**
 * Rewrites expressions that H2 printed into the form that a person writes: {@code amount > 0} for
 * {@code "AMOUNT" > CAST(0 AS NUMERIC(1))}. H2 prints the rewritten form as before.
 */
final class H2Expressions {

  private final TextRules rules;

  H2Expressions(TextRules rules) {
    this.rules = rules;
  }

  String readable(String text) {
    String printed = H2Text.plain(text);
    List<Token> tokens = rules.tokens(printed);
    StringBuilder result = new StringBuilder();
    int end = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      result.append(token.start() > end && !result.isEmpty() ? " " : "");
      int last = i;
      if (isCastNumber(tokens, i)) {
        result.append(tokens.get(i + 2).in(printed));
        last = closing(tokens, i + 1);
      } else if (token.kind() == Kind.QUOTED) {
        result.append(rules.names().written(rules.name(token)));
      } else {
        result.append(token.in(printed));
      }
      i = last;
      end = tokens.get(last).end();
    }
    return result.toString();
  }

  /** {@code CAST(0 AS NUMERIC(1))}, which H2 makes of a number beside a {@code numeric} column. */
  private static boolean isCastNumber(List<Token> tokens, int i) {
    return i + 5 < tokens.size()
        && tokens.get(i).isWord("cast")
        && tokens.get(i + 1).isSymbol('(')
        && tokens.get(i + 2).kind() == Kind.NUMBER
        && tokens.get(i + 3).isWord("as")
        && (tokens.get(i + 4).isWord("numeric") || tokens.get(i + 4).isWord("bigint"));
  }

  private static int closing(List<Token> tokens, int open) {
    int depth = 0;
    int i = open;
    do {
      depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
      i++;
    } while (depth > 0 && i + 1 < tokens.size());
    return i - 1;
  }
}
