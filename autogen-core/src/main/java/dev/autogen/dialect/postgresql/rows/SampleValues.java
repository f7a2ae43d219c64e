package dev.autogen.dialect.postgresql.rows;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.dialect.rows.Samples;
import dev.autogen.dialect.rows.ValueKind;
import dev.autogen.dialect.rows.ValueKind.Family;
import dev.autogen.dialect.rows.ValueWriter;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sample values of the built-in types and of types of well-known extensions: a plain one, the
 * bounds, the empty one, and values that often cause errors. Infinities and NaN are left out,
 * because few applications can read them back.
 */
final class SampleValues {

  private static final Pattern ARGUMENTS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");

  /** Every value is a text, which is converted to its type. */
  static final ValueWriter WRITER =
      new ValueWriter() {
        @Override
        public TextRules rules() {
          return PostgreSqlText.RULES;
        }

        @Override
        public String number(String digits) {
          return literal(digits);
        }

        @Override
        public String bytes(String digits) {
          return literal("\\x" + digits);
        }
      };

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
      case "numeric" -> literals(Samples.numbers(first, second));
      case "character varying", "text", "citext", "name" -> literals(Samples.texts(first));
      case "character", "bpchar" -> literals(Samples.texts(Math.max(first, 1)));
      case "bit" -> literals(Samples.bits(Math.max(first, 1)));
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
      case "smallint" -> literals(Samples.whole("-32768", "32767"));
      case "integer" -> literals(Samples.whole("-2147483648", "2147483647"));
      case "bigint" -> literals(Samples.whole("-9223372036854775808", "9223372036854775807"));
      case "real" -> literals(Samples.singles());
      case "double precision" -> literals(Samples.doubles());
      case "money" ->
          literals("1", "-92233720368547758.08", "92233720368547758.07", "0", "-1", "0.01", "42");
      case "boolean" -> literals("true", "false");
      case "date" -> literals(Samples.days("0001", "9999"));
      case "timestamp without time zone" -> literals(Samples.moments("0001", "9999", ""));
      case "timestamp with time zone" -> literals(Samples.moments("0001", "9999", "+00"));
      case "time without time zone" -> literals(Samples.times(""));
      case "time with time zone" -> literals(Samples.times("+00"));
      case "interval" ->
          literals(
              "1 day", "0", "-1 day", "1 year 2 mons 3 days 04:05:06.000007", "100 years", "1 sec");
      case "uuid" -> literals(Samples.uuids());
      case "bytea" -> literals("\\x616263", "\\x", "\\x00", "\\xff00ff", "\\xdeadbeef");
      case "json", "jsonb" -> literals(Samples.DOCUMENTS);
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

  /** What kind of values a type holds. */
  static ValueKind kind(String type) {
    return switch (name(type)) {
      case "smallint" -> ValueKind.whole(16, true);
      case "integer" -> ValueKind.whole(32, true);
      case "bigint" -> ValueKind.whole(64, true);
      case "numeric" -> ValueKind.fraction(digits(type));
      case "real", "double precision" -> ValueKind.fraction(-1);
      case "character varying", "text", "citext", "character", "bpchar", "name" ->
          ValueKind.of(Family.TEXT);
      case "date", "timestamp without time zone", "timestamp with time zone" ->
          ValueKind.of(Family.MOMENT);
      case "json", "jsonb" -> ValueKind.of(Family.DOCUMENT);
      case "bytea" -> ValueKind.of(Family.BYTES);
      default -> ValueKind.of(Family.OTHER);
    };
  }

  private static int digits(String type) {
    Matcher arguments = ARGUMENTS.matcher(type);
    return arguments.find()
        ? Math.max(
            0,
            Integer.parseInt(arguments.group(1))
                - (arguments.group(2) == null ? 0 : Integer.parseInt(arguments.group(2))))
        : -1;
  }

  private static List<String> literals(List<String> texts) {
    return literals(texts.toArray(String[]::new));
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
