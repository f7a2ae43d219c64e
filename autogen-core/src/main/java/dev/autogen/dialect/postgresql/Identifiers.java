package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** Writes names and literals in PostgreSQL's SQL. */
final class Identifiers {

  private Identifiers() {}

  /** The identifier, quoted where it must be. */
  static String quote(String name) {
    return PostgreSqlText.RULES.names().written(name);
  }

  static String quote(QualifiedName name) {
    return PostgreSqlText.RULES.names().written(name.schema(), name.name());
  }

  /** Names in parentheses, separated by commas. */
  static String list(List<String> names) {
    return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A string literal for any text. */
  static String literal(String text) {
    return PostgreSqlText.RULES.literal(text);
  }
}
