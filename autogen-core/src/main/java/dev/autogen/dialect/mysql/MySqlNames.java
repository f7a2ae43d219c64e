package dev.autogen.dialect.mysql;

import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes names, types and keys in SQL. */
final class MySqlNames {

  private MySqlNames() {}

  static TextRules text() {
    return MySqlText.RULES;
  }

  static String quote(String name) {
    return text().names().written(name);
  }

  static String quote(QualifiedName name) {
    return text().names().written(name.schema(), name.name());
  }

  static String list(List<String> columns) {
    return columns.stream().map(MySqlNames::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  static String literal(String value) {
    return text().literal(value);
  }

  /** The type in SQL: {@code int unsigned}, {@code decimal(10,2) unsigned}. */
  static String sql(SqlType given) {
    SqlType type = MySqlTypes.canonical(given);
    String arguments =
        type.arguments().isEmpty()
            ? ""
            : type.arguments().stream().collect(Collectors.joining(",", "(", ")"));
    int blank = type.name().indexOf(' ');
    return blank < 0
        ? type.name() + arguments
        : type.name().substring(0, blank) + arguments + type.name().substring(blank);
  }

  /** The keys of an index in parentheses. */
  static String keys(Index index) {
    return index.elements().stream()
        .map(MySqlNames::key)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String key(Index.Element key) {
    String text =
        !key.expression()
            ? quote(key.text())
            : prefix(key).map(column -> key.text()).orElse("(" + key.text() + ")");
    return text + (key.descending() ? " desc" : "");
  }

  /** The column of a key such as {@code name(20)}, which holds the beginning of its values. */
  static Optional<String> prefix(Index.Element key) {
    if (!key.expression()) {
      return Optional.empty();
    }
    List<Token> tokens = text().tokens(key.text());
    return tokens.size() == 5
            && tokens.get(0).isIdentifier()
            && tokens.get(1).isSymbol('(')
            && tokens.get(2).kind() == Kind.NUMBER
            && tokens.get(3).isSymbol(')')
        ? Optional.of(text().name(tokens.get(0)))
        : Optional.empty();
  }

  /** The column of a key, whole or its beginning; empty for an expression. */
  static Optional<String> column(Index.Element key) {
    return key.expression() ? prefix(key) : Optional.of(key.text());
  }
}
