package dev.autogen.operation;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.SqlWords;
import java.util.List;
import java.util.function.UnaryOperator;

/** How a database prints expressions that name a sequence or a type, after that was renamed. */
final class RenamedExpressions {

  private RenamedExpressions() {}

  /** {@code nextval('from'::regclass)} with the other name. */
  static String sequence(String sql, QualifiedName from, QualifiedName to) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    for (String token : SqlWords.tokens(sql)) {
      int start = sql.indexOf(token, position);
      boolean named =
          token.startsWith("'")
              && token.length() > 2
              && SqlType.parse(token.substring(1, token.length() - 1)).qualifiedName().equals(from);
      result.append(sql, position, start);
      result.append(named ? "'" + path(to).replace("'", "''") + "'" : token);
      position = start + token.length();
    }
    return result.append(sql.substring(position)).toString();
  }

  /** {@code 'a'::from} with the other name. */
  static String type(String sql, QualifiedName from, QualifiedName to) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    List<String> tokens = SqlWords.tokens(sql);
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      int start = sql.indexOf(token, position);
      result.append(sql, position, start);
      result.append(
          isCast(tokens, i, from) ? SqlWords.renamed(token, from.name(), to.name()) : token);
      position = start + token.length();
    }
    return result.append(sql.substring(position)).toString();
  }

  private static boolean isCast(List<String> tokens, int at, QualifiedName type) {
    if (from(tokens, at - 1).equals("::")) {
      return type.schema() == null;
    }
    return from(tokens, at - 1).equals(".")
        && from(tokens, at - 3).equals("::")
        && type.schema() != null
        && SqlWords.mentions(tokens.get(at - 2), type.schema());
  }

  private static String from(List<String> tokens, int at) {
    return at < 0 ? "" : tokens.get(at);
  }

  static Index index(Index index, UnaryOperator<String> words) {
    return index
        .withElements(
            index.elements().stream()
                .map(key -> key.expression() ? key.withText(words.apply(key.text())) : key)
                .toList())
        .withPredicate(index.predicate() == null ? null : words.apply(index.predicate()));
  }

  private static String path(QualifiedName name) {
    return name.schema() == null
        ? quoted(name.name())
        : quoted(name.schema()) + "." + quoted(name.name());
  }

  private static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
