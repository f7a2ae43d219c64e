package dev.autogen.dialect.postgresql.rows;

import static dev.autogen.dialect.postgresql.rows.SampleValues.literal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values that a condition suggests: the values that it compares with and their neighbours,
 * texts of the lengths that it names, texts that match its patterns.
 */
final class ConditionValues {

  private static final Pattern STRING = Pattern.compile("(E?)'((?:[^']|'')*+)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w.])");
  private static final Pattern REGULAR = Pattern.compile("~\\*?\\s*\\(?\\s*E?'((?:[^']|'')*+)'");
  private static final Pattern LIKE = Pattern.compile("~~\\*?\\s*\\(?\\s*E?'((?:[^']|'')*+)'");
  private static final Pattern OID = Pattern.compile("'\\d+'::oid");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_NUMBER = 400;

  private final List<String> strings = new ArrayList<>();
  private final List<BigDecimal> numbers = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();

  private ConditionValues(String condition) {
    // The object number of a table tells nothing about its values.
    String sql = OID.matcher(condition).replaceAll(" ");
    Matcher string = STRING.matcher(sql);
    StringBuilder rest = new StringBuilder();
    while (string.find()) {
      add(unquoted(string.group(2), !string.group(1).isEmpty()));
      string.appendReplacement(rest, " ");
    }
    string.appendTail(rest);
    Matcher number = NUMBER.matcher(rest);
    while (number.find()) {
      if (number.group().length() <= LONGEST_NUMBER) {
        numbers.add(new BigDecimal(number.group()));
      }
    }
    Matcher like = LIKE.matcher(sql);
    while (like.find()) {
      String pattern = unquoted(like.group(1), false);
      samples.add(pattern.replace("%", "").replace('_', 'a'));
      samples.add(pattern.replace("%", "ab").replace('_', 'b'));
    }
    Matcher regular = REGULAR.matcher(sql);
    while (regular.find()) {
      samples.addAll(PatternSample.of(unquoted(regular.group(1), false)));
    }
  }

  private static String unquoted(String text, boolean escaped) {
    String plain = text.replace("''", "'");
    return escaped ? plain.replace("\\\\", "\\") : plain;
  }

  private void add(String string) {
    strings.add(string);
    if (string.length() <= LONGEST_NUMBER && string.matches("-?\\d+(\\.\\d+)?")) {
      numbers.add(new BigDecimal(string));
    }
    if (string.startsWith("{") && string.endsWith("}")) {
      for (String element : string.substring(1, string.length() - 1).split(",")) {
        strings.add(element.replaceAll("^\"|\"$", ""));
      }
    }
  }

  /** SQL expressions of values for a column of that type, as {@code format_type} writes it. */
  static List<String> of(String sql, String type) {
    ConditionValues values = new ConditionValues(sql);
    Set<String> result = new LinkedHashSet<>();
    if (type.endsWith("]")) {
      values.strings.forEach(text -> result.add("array[" + literal(text) + "]::" + type));
      return values.strings.isEmpty() || !type.startsWith("text") && !type.startsWith("char")
          ? List.of()
          : List.copyOf(result);
    }
    switch (SampleValues.name(type)) {
      case "smallint" -> values.whole(result, Short.MAX_VALUE);
      case "integer" -> values.whole(result, Integer.MAX_VALUE);
      case "bigint" -> values.whole(result, Long.MAX_VALUE);
      case "numeric", "real", "double precision" -> values.fractions(result, type);
      case "character varying", "text", "citext", "character", "bpchar", "name" ->
          values.texts(result);
      case "date", "timestamp without time zone", "timestamp with time zone" ->
          values.dates(result, type);
      case "json", "jsonb" -> values.documents(result);
      case "bytea" -> values.bytes(result);
      default -> {}
    }
    return List.copyOf(result);
  }

  private void whole(Set<String> result, long most) {
    for (BigDecimal number : numbers) {
      for (long step : new long[] {0, 1, -1}) {
        BigDecimal value = BigDecimal.valueOf(number.longValue()).add(BigDecimal.valueOf(step));
        if (value.abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
          result.add(literal(value.toPlainString()));
        }
      }
    }
  }

  private void fractions(Set<String> result, String type) {
    Matcher arguments = Pattern.compile("numeric\\((\\d+),(-?\\d+)\\)").matcher(type);
    BigDecimal bound =
        arguments.find()
            ? BigDecimal.TEN.pow(
                Math.max(
                    0, Integer.parseInt(arguments.group(1)) - Integer.parseInt(arguments.group(2))))
            : BigDecimal.TEN.pow(30);
    for (BigDecimal number : numbers) {
      for (String step : new String[] {"0", "1", "-1", "0.01", "-0.01"}) {
        BigDecimal value = number.add(new BigDecimal(step));
        if (value.abs().compareTo(bound.subtract(BigDecimal.ONE)) <= 0) {
          result.add(literal(value.toPlainString()));
        }
      }
    }
  }

  private void texts(Set<String> result) {
    samples.forEach(text -> result.add(literal(text)));
    strings.forEach(text -> result.add(literal(text)));
    List<String> beginnings = new ArrayList<>(samples);
    beginnings.addAll(List.of("a", "7"));
    for (BigDecimal number : numbers) {
      for (int step : new int[] {0, 1, -1}) {
        long length = number.longValue() + step;
        beginnings.stream()
            .filter(beginning -> beginning.length() <= length && length <= LONGEST_TEXT)
            .forEach(beginning -> result.add(literal(padded(beginning, (int) length))));
      }
    }
    strings.stream()
        .filter(text -> !text.isEmpty() && text.length() <= 3)
        .forEach(text -> result.add(literal("a" + text + "b")));
    if (!samples.isEmpty()) {
      result.add(literal(samples.get(0).toLowerCase(Locale.ROOT)));
      result.add(literal(samples.get(0).toUpperCase(Locale.ROOT)));
    }
  }

  private static String padded(String beginning, int length) {
    String last = beginning.isEmpty() ? "a" : beginning.substring(beginning.length() - 1);
    return beginning + last.repeat(length - beginning.length());
  }

  private void dates(Set<String> result, String type) {
    for (String text : strings) {
      if (DATE.matcher(text).matches()) {
        String value = "cast(" + literal(text) + " as " + type + ")";
        result.add(literal(text));
        result.add("(" + value + " + interval '1 day')::" + type);
        result.add("(" + value + " - interval '1 day')::" + type);
      }
    }
  }

  private void documents(Set<String> result) {
    List<String> keys = new ArrayList<>();
    for (String text : strings) {
      if (text.matches("[\\w -]+")) {
        keys.add("\"" + text + "\": 1");
        result.add(literal("{\"" + text + "\": \"" + text + "\"}"));
      }
    }
    if (!keys.isEmpty()) {
      result.add(literal("{" + String.join(", ", keys) + "}"));
    }
  }

  private void bytes(Set<String> result) {
    for (BigDecimal number : numbers) {
      for (int step : new int[] {0, 1, -1}) {
        long length = number.longValue() + step;
        if (length > 0 && length <= LONGEST_TEXT) {
          result.add(literal("\\x" + "ab".repeat((int) length)));
        }
      }
    }
  }
}
