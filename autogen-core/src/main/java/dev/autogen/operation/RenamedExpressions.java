package dev.autogen.operation;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.SqlWords;
import dev.autogen.sql.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Rewrites expressions as the database prints them after a sequence or type was renamed. */
final class RenamedExpressions {

  private final SqlWords words;

  RenamedExpressions(SqlWords words) {
    this.words = words;
  }

  /** {@code nextval('from'::regclass)} with the other name. */
  String sequence(String sql, QualifiedName from, QualifiedName to) {
    String path = words.rules().names().written(to.schema(), to.name());
    return words.replaced(sql, token -> names(token, from), words.rules().literal(path));
  }

  private static boolean names(Token token, QualifiedName sequence) {
    return token.kind() == Token.Kind.STRING
        && !token.text().isEmpty()
        && SqlType.parse(token.text()).qualifiedName().equals(sequence);
  }

  /** {@code 'a'::from} with the other name. */
  String type(String sql, QualifiedName from, QualifiedName to) {
    List<Token> tokens = words.rules().tokens(sql);
    Set<Token> casts = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (words.isName(tokens.get(i), from.name()) && isCast(tokens, i, from)) {
        casts.add(tokens.get(i));
      }
    }
    return words.replaced(sql, casts::contains, words.rules().names().written(to.name()));
  }

  private boolean isCast(List<Token> tokens, int at, QualifiedName type) {
    if (isSymbol(tokens, at - 1, "::")) {
      return type.schema() == null;
    }
    return type.schema() != null
        && isSymbol(tokens, at - 1, ".")
        && isSymbol(tokens, at - 3, "::")
        && words.isName(tokens.get(at - 2), type.schema());
  }

  private static boolean isSymbol(List<Token> tokens, int at, String symbol) {
    return at >= 0
        && tokens.get(at).kind() == Token.Kind.SYMBOL
        && tokens.get(at).text().equals(symbol);
  }

  static Index index(Index index, UnaryOperator<String> words) {
    return index
        .withElements(
            index.elements().stream()
                .map(key -> key.expression() ? key.withText(words.apply(key.text())) : key)
                .toList())
        .withPredicate(index.predicate() == null ? null : words.apply(index.predicate()));
  }
}
