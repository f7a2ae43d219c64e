package dev.autogen.dialect.rows;

import dev.autogen.sql.StringRules.Backslashes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values that a condition suggests: the values that it compares with and their neighbours,
 * texts of the lengths that it names, texts that match its patterns.
 */
public final class ConditionValues {

  private static final String TEXT = "\\s*\\(?\\s*(?:E|_\\w+)?\\s*'((?:[^']|'')*+)'";
  private static final Pattern STRING = Pattern.compile("(E?)'((?:[^']|'')*+)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?![\\w.])");
  private static final Pattern REGULAR =
      Pattern.compile("(?i)(?:~\\*?|\\bregexp|\\brlike|\\bregexp_like\\s*\\([^,']*,)" + TEXT);
  private static final Pattern LIKE = Pattern.compile("(?i)(?:~~\\*?|\\bi?like)" + TEXT);
  private static final Pattern GLOB = Pattern.compile("(?i)\\bglob" + TEXT);
  private static final Pattern OID = Pattern.compile("'\\d+'::oid");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
  private static final int DATE_LENGTH = "2000-01-01".length();
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_NUMBER = 400;

  private final ValueWriter writer;
  private final List<String> strings = new ArrayList<>();
  private final List<BigDecimal> numbers = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();

  private ConditionValues(String condition, ValueWriter writer) {
    this.writer = writer;
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
    Matcher glob = GLOB.matcher(sql);
    while (glob.find()) {
      String pattern = unquoted(glob.group(1), false);
      samples.addAll(PatternSample.of(pattern.replace("*", ".*").replace('?', '.')));
    }
  }

  private String unquoted(String text, boolean escaped) {
    String plain = text.replace("''", "'");
    boolean always = writer.rules().strings().backslashes() == Backslashes.ESCAPE;
    return escaped || always ? plain.replace("\\\\", "\\") : plain;
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

  /** The texts in a condition. */
  public static List<String> texts(String sql, ValueWriter writer) {
    return List.copyOf(new ConditionValues(sql, writer).strings);
  }

  /** SQL expressions of values for a column of that kind. */
  public static List<String> of(String sql, ValueKind kind, ValueWriter writer) {
    ConditionValues values = new ConditionValues(sql, writer);
    Set<String> result = new LinkedHashSet<>();
    switch (kind.family()) {
      case WHOLE -> values.numbers(result, kind, true, "0", "1", "-1");
      case FRACTION -> values.numbers(result, kind, false, "0", "1", "-1", "0.01", "-0.01");
      case TEXT -> values.texts(result);
      case MOMENT -> values.dates(result);
      case DOCUMENT -> values.documents(result);
      case BYTES -> values.bytes(result);
      case OTHER -> {}
    }
    return List.copyOf(result);
  }

  private void numbers(Set<String> result, ValueKind kind, boolean whole, String... steps) {
    for (BigDecimal number : numbers) {
      BigDecimal start = whole ? BigDecimal.valueOf(number.longValue()) : number;
      for (String step : steps) {
        BigDecimal value = start.add(new BigDecimal(step));
        if (kind.holds(value)) {
          result.add(writer.number(value.toPlainString()));
        }
      }
    }
  }

  private void texts(Set<String> result) {
    samples.forEach(text -> result.add(writer.text(text)));
    strings.forEach(text -> result.add(writer.text(text)));
    List<String> beginnings = new ArrayList<>(samples);
    beginnings.addAll(List.of("a", "7"));
    for (BigDecimal number : numbers) {
      for (int step : new int[] {0, 1, -1}) {
        long length = number.longValue() + step;
        beginnings.stream()
            .filter(beginning -> beginning.length() <= length && length <= LONGEST_TEXT)
            .forEach(beginning -> result.add(writer.text(padded(beginning, (int) length))));
      }
    }
    strings.stream()
        .filter(text -> !text.isEmpty() && text.length() <= 3)
        .forEach(text -> result.add(writer.text("a" + text + "b")));
    if (!samples.isEmpty()) {
      result.add(writer.text(samples.get(0).toLowerCase(Locale.ROOT)));
      result.add(writer.text(samples.get(0).toUpperCase(Locale.ROOT)));
    }
  }

  private static String padded(String beginning, int length) {
    String last = beginning.isEmpty() ? "a" : beginning.substring(beginning.length() - 1);
    return beginning + last.repeat(length - beginning.length());
  }

  private void dates(Set<String> result) {
    for (String text : strings) {
      if (DATE.matcher(text).matches()) {
        result.add(writer.text(text));
        for (int days : new int[] {1, -1}) {
          moved(text, days).ifPresent(each -> result.add(writer.text(each)));
        }
      }
    }
  }

  private static Optional<String> moved(String moment, int days) {
    try {
      LocalDate day = LocalDate.parse(moment.substring(0, DATE_LENGTH)).plusDays(days);
      return Optional.of(day + moment.substring(DATE_LENGTH));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void documents(Set<String> result) {
    List<String> keys = new ArrayList<>();
    for (String text : strings) {
      if (text.matches("[\\w -]+")) {
        keys.add("\"" + text + "\": 1");
        result.add(writer.document("{\"" + text + "\": \"" + text + "\"}"));
      }
    }
    if (!keys.isEmpty()) {
      result.add(writer.document("{" + String.join(", ", keys) + "}"));
    }
  }

  private void bytes(Set<String> result) {
    for (BigDecimal number : numbers) {
      for (int step : new int[] {0, 1, -1}) {
        long length = number.longValue() + step;
        if (length > 0 && length <= LONGEST_TEXT) {
          result.add(writer.bytes("ab".repeat((int) length)));
        }
      }
    }
  }
}
