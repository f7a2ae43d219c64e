package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gives an expression that the planner printed one spelling if the manual allows several. */
final class PlannerExpressions {

  /**
   * The other spellings of the transaction's time (PostgreSQL manual, 9.9.5 Current Date/Time),
   * each with its form by {@code now()}.
   */
  private static final Map<String, String> CURRENT_TIME =
      Map.of(
          "CURRENT_TIMESTAMP", "now()",
          "LOCALTIMESTAMP", "(now())::timestamp without time zone",
          "CURRENT_DATE", "(now())::date",
          "CURRENT_TIME", "(now())::time with time zone",
          "LOCALTIME", "(now())::time without time zone");

  private static final List<String> AT_TIME_ZONE = List.of("AT", "TIME", "ZONE");

  private PlannerExpressions() {}

  /**
   * The one spelling.
   *
   * @param printed how the server prints the expression
   * @param asked the expression itself, whose {@code COLLATE} the planner does not print
   */
  static String of(String printed, String asked) {
    List<String> tokens = currentTime(PostgreSqlText.WORDS.of(printed));
    int zone;
    while ((zone = Collections.indexOfSubList(tokens, AT_TIME_ZONE)) > 0) {
      tokens = atTimeZone(tokens, zone);
    }
    return String.join(" ", tokens) + collations(asked);
  }

  private static List<String> currentTime(List<String> tokens) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean hasArguments = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
      if (CURRENT_TIME.containsKey(token) && !hasArguments) {
        result.addAll(PostgreSqlText.WORDS.of(CURRENT_TIME.get(token)));
      } else if (token.equals("transaction_timestamp") && hasArguments) {
        result.add("now");
      } else {
        result.add(token);
      }
    }
    return result;
  }

  /** {@code (a AT TIME ZONE b)}, always printed in parentheses, as {@code timezone(b, a)}. */
  private static List<String> atTimeZone(List<String> tokens, int zone) {
    int open = zone - 1;
    for (int depth = 0; depth > 0 || !tokens.get(open).equals("("); open--) {
      depth += depth(tokens.get(open)) * -1;
    }
    int close = zone + AT_TIME_ZONE.size();
    for (int depth = 0; depth > 0 || !tokens.get(close).equals(")"); close++) {
      depth += depth(tokens.get(close));
    }
    List<String> result = new ArrayList<>(tokens.subList(0, open));
    result.addAll(List.of("timezone", "("));
    result.addAll(tokens.subList(zone + AT_TIME_ZONE.size(), close));
    result.add(",");
    result.addAll(tokens.subList(open + 1, zone));
    result.addAll(tokens.subList(close, tokens.size()));
    return result;
  }

  private static int depth(String token) {
    return switch (token) {
      case "(", "[" -> 1;
      case ")", "]" -> -1;
      default -> 0;
    };
  }

  private static String collations(String asked) {
    StringBuilder result = new StringBuilder();
    List<String> tokens = PostgreSqlText.WORDS.of(asked);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).equalsIgnoreCase("collate")) {
        boolean qualified = i + 3 < tokens.size() && tokens.get(i + 2).equals(".");
        String name = tokens.get(qualified ? i + 3 : i + 1);
        result
            .append(" collate ")
            .append(
                name.startsWith("\"")
                    ? name.substring(1, name.length() - 1)
                    : name.toLowerCase(Locale.ROOT));
      }
    }
    return result.toString();
  }
}
