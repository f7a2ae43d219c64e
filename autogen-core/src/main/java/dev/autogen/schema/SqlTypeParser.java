package dev.autogen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a type from SQL text, in any dialect: words, arguments in parentheses, array suffixes. */
final class SqlTypeParser {

  private final String sql;
  private final StringBuilder words = new StringBuilder();
  private final List<String> arguments = new ArrayList<>();
  private @Nullable String schema;
  private int dimensions;
  private int position;

  private SqlTypeParser(String sql) {
    this.sql = sql.strip();
  }

  static SqlType parse(String sql) {
    return new SqlTypeParser(sql).parse();
  }

  private SqlType parse() {
    while (position < sql.length()) {
      char c = sql.charAt(position);
      if (c == '"') {
        words.append(unlessGrammar(quoted()));
      } else if (c == '(') {
        arguments();
      } else if (c == '[') {
        position = sql.indexOf(']', position) < 0 ? sql.length() : sql.indexOf(']', position) + 1;
        dimensions++;
      } else if (c == '.') {
        schema = words.toString();
        words.setLength(0);
        position++;
      } else if (Character.isWhitespace(c)) {
        separate();
        position++;
      } else {
        words.append(Character.toLowerCase(c));
        position++;
      }
    }
    String name = words.toString().strip();
    if (name.endsWith(" array")) {
      name = name.substring(0, name.length() - " array".length()).strip();
      dimensions = Math.max(1, dimensions);
    }
    return new SqlType(schema, name, arguments, dimensions);
  }

  private void separate() {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  /** Of the types whose names are grammar, {@code CHAR} is another one in quotes. */
  private static String unlessGrammar(String name) {
    return name.equals("char") ? "\"char\"" : name;
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    position++;
    while (position < sql.length()) {
      char c = sql.charAt(position++);
      if (c != '"') {
        name.append(c);
      } else if (position < sql.length() && sql.charAt(position) == '"') {
        name.append('"');
        position++;
      } else {
        break;
      }
    }
    return name.toString();
  }

  private void arguments() {
    int depth = 0;
    StringBuilder argument = new StringBuilder();
    boolean inQuotes = false;
    while (position < sql.length()) {
      char c = sql.charAt(position++);
      if (c == '\'') {
        inQuotes = !inQuotes;
      }
      if (!inQuotes && c == '(' && depth++ == 0) {
        continue;
      }
      if (!inQuotes && c == ')' && --depth == 0) {
        break;
      }
      if (!inQuotes && c == ',' && depth == 1) {
        addArgument(argument);
      } else {
        argument.append(c);
      }
    }
    addArgument(argument);
    separate();
  }

  private void addArgument(StringBuilder argument) {
    String text = argument.toString().strip();
    if (!text.isEmpty()) {
      arguments.add(text.contains("'") ? text : text.toLowerCase(Locale.ROOT));
    }
    argument.setLength(0);
  }
}
