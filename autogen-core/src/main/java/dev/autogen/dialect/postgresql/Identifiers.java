package dev.autogen.dialect.postgresql;

import dev.autogen.schema.KeyWords;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Identifiers and literals as PostgreSQL reads them (PostgreSQL manual, 4.1 Lexical Structure). */
final class Identifiers {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private Identifiers() {}

  /** The identifier, quoted where it must be. */
  static String quote(String name) {
    return PLAIN.matcher(name).matches() && !KeyWords.contains(name)
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String quote(QualifiedName name) {
    return name.schema() == null
        ? quote(name.name())
        : quote(name.schema()) + "." + quote(name.name());
  }

  /** Names in parentheses, separated by commas. */
  static String list(List<String> names) {
    return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * A string literal, whatever the text holds. One with a backslash is written in the escape form,
   * which means the same with any setting of {@code standard_conforming_strings}.
   */
  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}
