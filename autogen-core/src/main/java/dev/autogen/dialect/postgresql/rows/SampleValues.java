package dev.autogen.dialect.postgresql.rows;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sample values of the built-in types and of types of well-known extensions: a plain one, the
 * bounds, the empty one, and values that often cause errors. Infinities and NaN are left out,
 * because few applications can read them back.
 */
final class SampleValues {

  private static final Pattern ARGUMENTS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");
  private static final int LONG_TEXT = 300;
  private static final int LONGEST_TEXT = 10_000;

  private SampleValues() {}

  /**
   * Literals of a type in the form of {@code format_type}; none for a type that is not known here.
   */
  static List<String> of(String type) {
    Matcher arguments = ARGUMENTS.matcher(type);
    int first = -1;
    int second = 0;
    if (arguments.find()) {
      first = Integer.parseInt(arguments.group(1));
      second = arguments.group(2) == null ? 0 : Integer.parseInt(arguments.group(2));
    }
    return switch (name(type)) {
      case "numeric" -> numbers(first, second);
      case "character varying", "text", "citext", "name" -> texts(first);
      case "character", "bpchar" -> texts(Math.max(first, 1));
      case "bit" -> bits(Math.max(first, 1));
      case "bit varying" -> literals("1", "", "0", "10101010".substring(0, bounded(first, 8)));
      case "vector", "halfvec" -> literals("[" + "1,".repeat(Math.max(first, 1) - 1) + "1]");
      default -> plain(name(type));
    };
  }

  /** The name of a type without its arguments. */
  static String name(String type) {
    String name = ARGUMENTS.matcher(type).replaceFirst("").replaceAll(" +", " ").strip();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static int bounded(int length, int most) {
    return length < 0 ? most : Math.min(length, most);
  }

  private static List<String> plain(String name) {
    return switch (name) {
      case "smallint" -> literals("1", "-32768", "32767", "0", "-1", "42", "7", "100");
      case "integer" -> literals("1", "-2147483648", "2147483647", "0", "-1", "42", "7", "100");
      case "bigint" ->
          literals("1", "-9223372036854775808", "9223372036854775807", "0", "-1", "42", "7", "100");
      case "real" -> literals("1.5", "-3.4e38", "3.4e38", "0", "-1", "1.2e-38", "42", "7");
      case "double precision" ->
          literals("1.5", "-1.7e308", "1.7e308", "0", "-1", "2.3e-308", "42", "0.1");
      case "money" ->
          literals("1", "-92233720368547758.08", "92233720368547758.07", "0", "-1", "0.01", "42");
      case "boolean" -> literals("true", "false");
      case "date" ->
          literals(
              "2024-02-29",
              "0001-01-01",
              "9999-12-31",
              "1970-01-01",
              "1969-12-31",
              "2000-01-01",
              "2038-01-20",
              "1582-10-15");
      case "timestamp without time zone" -> timestamps("");
      case "timestamp with time zone" -> timestamps("+00");
      case "time without time zone" -> times("");
      case "time with time zone" -> times("+00");
      case "interval" ->
          literals(
              "1 day", "0", "-1 day", "1 year 2 mons 3 days 04:05:06.000007", "100 years", "1 sec");
      case "uuid" -> uuids();
      case "bytea" -> literals("\\x616263", "\\x", "\\x00", "\\xff00ff", "\\xdeadbeef");
      case "json", "jsonb" ->
          literals(
              "{\"a\": 1}",
              "{}",
              "[]",
              "null",
              "\"text\"",
              "{\"a\": {\"b\": [1, null, \"é\"]}}",
              "1.50",
              "[1, 2]");
      case "jsonpath" -> literals("$", "$.a");
      case "xml" -> literals("<a/>", "<a b=\"1\">é</a>", "<a><b/></a>");
      case "inet" ->
          literals("127.0.0.1", "::1", "10.0.0.0/8", "255.255.255.255", "0.0.0.0", "fe80::1/64");
      case "cidr" -> literals("10.0.0.0/8", "::/0", "192.168.1.0/24", "255.255.255.255/32");
      case "macaddr" -> literals("08:00:2b:01:02:03", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff");
      case "macaddr8" -> literals("08:00:2b:01:02:03:04:05", "00:00:00:00:00:00:00:00");
      case "\"char\"" -> literals("a", "b", "c");
      case "oid", "xid", "cid" -> literals("1", "0", "4294967295");
      case "pg_lsn" -> literals("0/1", "0/0", "FFFFFFFF/FFFFFFFF");
      case "tsvector" -> literals("'a':1 'b':2", "");
      case "tsquery" -> literals("a & b", "");
      case "point" -> literals("(1,2)", "(0,0)", "(-1.5,1e10)");
      case "line" -> literals("{1,2,3}");
      case "lseg" -> literals("[(0,0),(1,1)]");
      case "box" -> literals("(1,1),(0,0)");
      case "path" -> literals("((0,0),(1,1))", "[(0,0),(1,1)]");
      case "polygon" -> literals("((0,0),(1,1),(1,0))");
      case "circle" -> literals("<(0,0),1>");
      case "hstore" -> literals("a=>1", "", "a=>NULL");
      case "ltree" -> literals("a", "a.b", "");
      case "geometry", "geography" -> literals("POINT(0 0)", "POINT(1 2)");
      default -> List.of();
    };
  }

  private static List<String> timestamps(String zone) {
    return literals(
        "2024-02-29 12:34:56.789012" + zone,
        "0001-01-01 00:00:00" + zone,
        "9999-12-31 23:59:59" + zone,
        "1970-01-01 00:00:00" + zone,
        "1969-12-31 23:59:59.999999" + zone,
        "2000-01-01 00:00:00" + zone,
        "2038-01-20 03:14:08" + zone,
        "2026-03-29 02:30:00.000001" + zone);
  }

  private static List<String> times(String zone) {
    return literals(
        "12:34:56.789012" + zone, "00:00:00" + zone, "23:59:59.999999" + zone, "08:30:00" + zone);
  }

  private static List<String> uuids() {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      values.add("0190a1b2-0000-7000-8000-00000000000" + i);
    }
    values.add("00000000-0000-0000-0000-000000000000");
    values.add("ffffffff-ffff-ffff-ffff-ffffffffffff");
    return literals(values.toArray(String[]::new));
  }

  private static List<String> numbers(int precision, int scale) {
    if (precision < 0) {
      String large = "12345678901234567890.123456789";
      return literals("1.5", "-" + large, large, "0", "-1", "0.000000001", "42", "7");
    }
    BigDecimal smallest = BigDecimal.ONE.movePointLeft(scale);
    BigDecimal largest = largest(precision, scale);
    Set<String> values = new LinkedHashSet<>();
    for (BigDecimal value :
        List.of(
            BigDecimal.ONE,
            largest.negate(),
            largest,
            BigDecimal.ZERO,
            smallest,
            smallest.negate(),
            smallest.multiply(BigDecimal.valueOf(2)),
            BigDecimal.valueOf(42))) {
      if (value.abs().compareTo(largest) <= 0) {
        values.add(value.toPlainString());
      }
    }
    return literals(values.toArray(String[]::new));
  }

  /** The largest one that still fits when its fraction is rounded: 999.49 for five digits. */
  private static BigDecimal largest(int precision, int scale) {
    BigDecimal nines =
        new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
    BigDecimal half = new BigDecimal("0.5");
    return scale > 0 && nines.compareTo(half) > 0 ? nines.subtract(half) : nines;
  }

  private static List<String> bits(int length) {
    return literals(
        "1".repeat(length), "0".repeat(length), "10".repeat(length).substring(0, length));
  }

  /** Texts of at most this number of characters; a negative number means no limit. */
  private static List<String> texts(int length) {
    String longest = "x".repeat(length < 0 ? LONG_TEXT : Math.min(length, LONGEST_TEXT));
    Set<String> values = new LinkedHashSet<>();
    for (String text :
        List.of(
            "Abc",
            "",
            longest,
            "Zoë 😀 日本",
            "O'Hara \"\\ %_\n",
            "  padded ",
            "42",
            "true",
            "z",
            "b",
            "c",
            "d")) {
      if (values.size() < 8) {
        values.add(cut(text, length));
      }
    }
    return literals(values.toArray(String[]::new));
  }

  private static String cut(String text, int length) {
    return length < 0 || text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }

  static List<String> literals(String... texts) {
    List<String> literals = new ArrayList<>();
    for (String text : texts) {
      literals.add(literal(text));
    }
    return List.copyOf(new LinkedHashSet<>(literals));
  }

  static String literal(String text) {
    return PostgreSqlText.RULES.literal(text);
  }
}
