package dev.autogen.dialect.postgresql;

import java.lang.reflect.Method;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints an error as {@code psql} does: message, detail, hint and the place in the statement.
 *
 * <p>It uses the driver's classes by reflection: an application brings its own driver, and the
 * library compiles without one.
 */
final class ServerMessage {

  private ServerMessage() {}

  static String of(SQLException failure, String sql) {
    SQLException error = failure;
    if (failure instanceof BatchUpdateException && failure.getNextException() != null) {
      error = failure.getNextException();
    }
    @Nullable Object server = ask(error, "getServerErrorMessage");
    if (server == null) {
      return String.valueOf(error.getMessage());
    }
    StringBuilder text = new StringBuilder();
    text.append(ask(server, "getSeverity")).append(": ").append(ask(server, "getMessage"));
    for (String part : new String[] {"Detail", "Hint", "Where"}) {
      Object value = ask(server, "get" + part);
      if (value != null) {
        text.append('\n').append(part.toUpperCase(Locale.ROOT)).append(": ").append(value);
      }
    }
    if (ask(server, "getHint") == null) {
      ExtensionHint.of(String.valueOf(ask(server, "getMessage")))
          .ifPresent(hint -> text.append("\nHINT: ").append(hint));
    }
    if (ask(server, "getPosition") instanceof Integer position && position > 0) {
      text.append(place(sql, position));
    }
    return text.toString();
  }

  /** The line of the statement that the position is in, with a mark below it. */
  private static String place(String sql, int position) {
    int at = sql.offsetByCodePoints(0, Math.min(position - 1, sql.codePointCount(0, sql.length())));
    int lineStart = at == 0 ? 0 : sql.lastIndexOf('\n', at - 1) + 1;
    int lineEnd = sql.indexOf('\n', at);
    String line = sql.substring(lineStart, lineEnd < 0 ? sql.length() : lineEnd);
    long number = sql.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
    String label = "LINE " + number + ": ";
    int column = at - lineStart;
    int from = Math.max(0, column - 60);
    String shown = line.substring(from, Math.min(line.length(), column + 60));
    return "\n" + label + shown + "\n" + " ".repeat(label.length() + column - from) + "^";
  }

  private static @Nullable Object ask(Object target, String question) {
    try {
      Method method = target.getClass().getMethod(question);
      return method.invoke(target);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
