package dev.autogen.sql;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a database reads and writes SQL text. */
public record TextRules(
    NameRules names, StringRules strings, CommentRules comments, ScriptRules scripts) {

  /** The rules of the SQL standard, except that names without quotes become lower case. */
  public static TextRules standard() {
    return STANDARD;
  }

  private static final TextRules STANDARD =
      new TextRules(
          new NameRules(
              List.of(NameRules.Quotes.DOUBLE),
              NameRules.Folding.LOWER,
              0,
              NameRules.Unit.CHARACTERS,
              Set.of()),
          new StringRules(
              StringRules.Backslashes.PLAIN, false, false, StringRules.Bytes.HEXADECIMAL),
          new CommentRules(true, false, false),
          new ScriptRules(Set.of("function", "procedure"), List.of("begin", "atomic"), false));

  /** The tokens of a text; the last is of kind {@code END}. */
  public List<Token> tokens(String sql) {
    return new Lexer(sql, this).all();
  }

  /**
   * The statements of a script in order, without their delimiters. A comment alone is no statement.
   */
  public List<String> statements(String script) {
    return new Script(script, this).statements();
  }

  /** The name that a token means, as the database stores it. */
  public String name(Token token) {
    boolean quoted = token.kind() == Token.Kind.QUOTED;
    return names.cut(quoted ? names.named(token.text()) : names.folded(token.text()));
  }

  /** The name that an identifier means, quoted or not. */
  public String name(String identifier) {
    return name(new Lexer(identifier, this).next());
  }

  /** The text from its first token on, without the comments before it. */
  public String afterComments(String sql) {
    return sql.substring(new Lexer(sql, this).next().start());
  }

  /** Looks for words in expressions. */
  public SqlWords words() {
    return new SqlWords(this);
  }

  /** A string literal with any text as its value. */
  public String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    if (strings.backslashes() == StringRules.Backslashes.PLAIN || text.indexOf('\\') < 0) {
      return quoted;
    }
    // With the escape form, the literal means the same under any setting of the server.
    String prefix = strings.backslashes() == StringRules.Backslashes.AFTER_E ? "E" : "";
    return prefix + quoted.replace("\\", "\\\\");
  }

  /**
   * A value as a literal: null, numbers, booleans and bytes in their own form, any other value as
   * its text.
   */
  public String literalOf(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    } else if (value instanceof byte[] bytes) {
      String digits = HexFormat.of().formatHex(bytes);
      return strings.bytes() == StringRules.Bytes.TEXT
          ? literal("\\x" + digits)
          : "x'" + digits + "'";
    }
    return literal(value instanceof Enum<?> constant ? constant.name() : value.toString());
  }
}
