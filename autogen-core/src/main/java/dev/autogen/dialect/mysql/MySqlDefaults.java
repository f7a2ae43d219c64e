package dev.autogen.dialect.mysql;

import dev.autogen.schema.SqlType;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One spelling per default. What a column gets when its row changes, {@code on update
 * current_timestamp}, stands behind the default, as in SQL.
 */
final class MySqlDefaults {

  private static final String ON_UPDATE = "on update ";
  private static final Set<String> NOW =
      Set.of("now", "current_timestamp", "localtimestamp", "localtime");

  private MySqlDefaults() {}

  /** The default in canonical form; null for none. */
  static @Nullable String canonical(SqlType type, @Nullable String sql) {
    if (sql == null || sql.isBlank()) {
      return null;
    }
    int at = onUpdate(sql);
    @Nullable String value = value(type, sql.substring(0, at).strip());
    if (at == sql.length()) {
      return value;
    }
    String update = sql.substring(at).strip().substring(ON_UPDATE.length());
    return (value == null ? "" : value + " ") + ON_UPDATE + value(type, update);
  }

  /** Where {@code on update} begins, or the end of the text. */
  private static int onUpdate(String sql) {
    List<Token> tokens = MySqlText.RULES.tokens(sql);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("on") && tokens.get(i + 1).isWord("update")) {
        return tokens.get(i).start();
      }
    }
    return sql.length();
  }

  /** The part behind {@code default}; null where there is only an {@code on update}. */
  static @Nullable String withoutUpdate(String canonical) {
    String value = canonical.substring(0, onUpdate(canonical)).strip();
    return value.isEmpty() ? null : value;
  }

  /** The {@code on update} of a default; empty if there is none. */
  static String update(String canonical) {
    return canonical.substring(onUpdate(canonical)).strip();
  }

  private static @Nullable String value(SqlType type, String sql) {
    String text = MySqlText.RULES.words().unwrapped(sql);
    List<Token> tokens = MySqlText.RULES.tokens(text);
    Token first = tokens.get(0);
    if (tokens.size() <= 1 || first.isWord("null") && tokens.size() == 2) {
      return null;
    }
    String name = first.text().toLowerCase(Locale.ROOT);
    boolean call = first.kind() == Kind.WORD && isCallWithoutArguments(tokens);
    if (call && NOW.contains(name)) {
      return isMoment(type) ? "current_timestamp" + precision(type) : name(tokens, name);
    } else if (call && (name.equals("curdate") || name.equals("current_date"))) {
      return "curdate()";
    } else if (call && (name.equals("curtime") || name.equals("current_time"))) {
      return "curtime()";
    }
    @Nullable String constant = constant(tokens, text);
    return constant == null ? text : constant(type, constant, text);
  }

  private static String name(List<Token> tokens, String name) {
    return tokens.size() > 3 && tokens.get(2).kind() == Kind.NUMBER
        ? name + "(" + tokens.get(2).text() + ")"
        : name + "()";
  }

  /** {@code now}, {@code now()} or {@code now(6)}. */
  private static boolean isCallWithoutArguments(List<Token> tokens) {
    int last = tokens.size() - 1;
    return last == 1
        || tokens.get(1).isSymbol('(')
            && tokens.get(last - 1).isSymbol(')')
            && (last == 3 || last == 4 && tokens.get(2).kind() == Kind.NUMBER);
  }

  private static boolean isMoment(SqlType type) {
    return type.name().equals("datetime") || type.name().equals("timestamp");
  }

  private static String precision(SqlType type) {
    return type.arguments().isEmpty() ? "" : "(" + type.arguments().get(0) + ")";
  }

  /** The value of a literal; null if it is no literal. */
  private static @Nullable String constant(List<Token> tokens, String text) {
    boolean signed = tokens.get(0).isSymbol('-') || tokens.get(0).isSymbol('+');
    Token token = tokens.get(signed ? 1 : 0);
    if (tokens.size() != (signed ? 3 : 2)) {
      return null;
    } else if (token.kind() == Kind.NUMBER) {
      return (tokens.get(0).isSymbol('-') ? "-" : "") + token.text();
    } else if (token.isWord("true") || token.isWord("false")) {
      return token.isWord("true") ? "1" : "0";
    } else if (token.kind() != Kind.STRING) {
      return null;
    }
    char start = Character.toLowerCase(text.charAt(token.start()));
    return start == 'b' ? bits(token.text()) : start == 'x' ? null : token.text();
  }

  private static @Nullable String bits(String digits) {
    return digits.matches("[01]{1,62}") ? String.valueOf(Long.parseLong(digits, 2)) : null;
  }

  /** The value as the server holds it. */
  private static String constant(SqlType type, String value, String text) {
    MySqlTypeFamily family = MySqlTypeFamily.of(type);
    try {
      return switch (family) {
        case INTEGER -> new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).toPlainString();
        case EXACT ->
            new BigDecimal(value)
                .setScale(Integer.parseInt(type.arguments().get(1)), RoundingMode.HALF_UP)
                .toPlainString();
        case FLOAT -> plain(new BigDecimal(value));
        case BIT -> bit(type, Long.parseLong(value));
        case TEXT, ENUM, SET, JSON -> MySqlNames.literal(value);
        default -> isString(text) ? MySqlNames.literal(value) : text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static boolean isString(String text) {
    return text.startsWith("'") || text.startsWith("\"");
  }

  private static String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0).toPlainString() : shortest.toPlainString();
  }

  private static String bit(SqlType type, long value) {
    if (type.arguments().equals(List.of("1"))) {
      return value == 0 ? "false" : "true";
    }
    return "b'" + Long.toBinaryString(value) + "'";
  }

  /** The default as it stands in a definition: an expression is in parentheses. */
  static String written(SqlType type, String canonical) {
    List<Token> tokens = MySqlText.RULES.tokens(canonical);
    Token first = tokens.get(0);
    boolean literal =
        constant(tokens, canonical) != null
            || tokens.size() == 2 && (first.kind() == Kind.STRING || first.isWord("null"));
    boolean plain =
        literal
            ? !MySqlTypes.isLarge(type) || first.isWord("null")
            : first.isWord("current_timestamp") && isCallWithoutArguments(tokens);
    return plain || isWrapped(tokens) ? canonical : "(" + canonical + ")";
  }

  private static boolean isWrapped(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size() - 1; i++) {
      depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
      if (depth == 0) {
        return i == tokens.size() - 2 && tokens.get(0).isSymbol('(');
      }
    }
    return false;
  }
}
