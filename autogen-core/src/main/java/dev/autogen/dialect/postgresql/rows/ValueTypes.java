package dev.autogen.dialect.postgresql.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the types of a database and finds values of each, also of enums, domains, arrays, ranges
 * and rows.
 */
final class ValueTypes {

  /** A type in the catalog ({@code pg_type.typtype}: b, c, d, e, r or m). */
  private record Type(
      String name,
      String kind,
      boolean array,
      long element,
      long base,
      String baseName,
      boolean notNull,
      long subtype,
      List<String> labels,
      List<String> attributes,
      List<String> checks) {}

  private static final String QUERY =
      """
      select t.oid::bigint, format_type(t.oid, null), t.typtype::text, t.typcategory = 'A',
        t.typelem::bigint, t.typbasetype::bigint, format_type(t.typbasetype, t.typtypmod),
        t.typnotnull,
        case t.typtype
          when 'r' then (select rngsubtype::bigint from pg_range where rngtypid = t.oid)
          when 'm' then (select rngtypid::bigint from pg_range where rngmultitypid = t.oid)
          else 0 end,
        case when t.typtype = 'e' then array(
          select enumlabel::text from pg_enum where enumtypid = t.oid order by enumsortorder)
          else '{}' end,
        case when t.typtype = 'c' then array(
          select a.atttypid::text || ' ' || format_type(a.atttypid, a.atttypmod)
          from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0
          and not a.attisdropped order by a.attnum) else '{}' end,
        case when t.typtype = 'd' then array(
          select pg_get_expr(conbin, 0) from pg_constraint
          where contypid = t.oid and contype = 'c' order by conname) else '{}' end
      from pg_type t left join pg_class c on c.oid = t.typrelid
      where t.typtype <> 'p' and coalesce(c.relkind, 'c') = 'c'
      """;

  private final Map<Long, Type> types = new HashMap<>();

  static ValueTypes read(Connection connection) throws SQLException {
    ValueTypes result = new ValueTypes();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        result.types.put(
            row.getLong(1),
            new Type(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getLong(5),
                row.getLong(6),
                String.valueOf(row.getString(7)),
                row.getBoolean(8),
                row.getLong(9),
                list(row, 10),
                list(row, 11),
                list(row, 12)));
      }
    }
    return result;
  }

  static List<String> list(ResultSet row, int column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  /**
   * SQL expressions of values, a plain one first.
   *
   * @param name the type with its arguments, as {@code format_type} writes it
   */
  List<String> values(long oid, String name) {
    Type type = types.get(oid);
    if (type == null) {
      return List.of();
    } else if (type.array()) {
      String element = name.replaceFirst("(\\[\\d*\\])+$", "");
      return arrays(values(type.element(), element), name);
    }
    return switch (type.kind()) {
      case "e" -> SampleValues.literals(type.labels().toArray(String[]::new));
      case "d" -> values(type.base(), type.baseName());
      case "r" -> ranges(type);
      case "m" -> SampleValues.literals("{}", "{empty}", "{(,)}");
      case "c" -> rows(type);
      default -> SampleValues.of(name);
    };
  }

  /** The type without the conditions of domains. */
  String plain(long oid, String name) {
    Type type = types.get(oid);
    return type != null && type.kind().equals("d") ? plain(type.base(), type.baseName()) : name;
  }

  /** The checks of a domain and of those below it, over the word {@code VALUE}. */
  List<String> checks(long oid) {
    Type type = types.get(oid);
    if (type == null || !type.kind().equals("d")) {
      return List.of();
    }
    List<String> checks = new ArrayList<>(type.checks());
    checks.addAll(checks(type.base()));
    return checks;
  }

  /** Whether a domain, or one below it, forbids nulls. */
  boolean isNotNull(long oid) {
    Type type = types.get(oid);
    return type != null && type.kind().equals("d") && (type.notNull() || isNotNull(type.base()));
  }

  private static List<String> arrays(List<String> elements, String name) {
    String first = elements.isEmpty() ? "null" : elements.get(0);
    String last = elements.isEmpty() ? "null" : elements.get(elements.size() - 1);
    return List.of(
        array(name, first),
        "'{}'",
        array(name, first, "null", last),
        array(name, last, first),
        array(name, "null"));
  }

  private static String array(String name, String... elements) {
    return "array[" + String.join(", ", elements) + "]::" + name;
  }

  private List<String> ranges(Type type) {
    String subtype = types.containsKey(type.subtype()) ? types.get(type.subtype()).name() : "";
    return switch (subtype) {
      case "integer", "bigint", "numeric", "double precision", "real", "smallint" ->
          SampleValues.literals(
              "[1,2)", "[10,20)", "empty", "(,-100)", "[30,41)", "[1000,)", "[5,6)", "[7,8)");
      case "date" ->
          SampleValues.literals(
              "[2024-01-01,2024-01-02)",
              "[2024-02-01,2024-03-01)",
              "empty",
              "(,1900-01-01)",
              "[2100-01-01,)",
              "[2025-01-01,2025-12-31)");
      case "timestamp without time zone", "timestamp with time zone" ->
          SampleValues.literals(
              "[2024-01-01 10:00+00,2024-01-01 11:00+00)",
              "[2024-02-01 00:00+00,2024-03-01 00:00:00.000001+00)",
              "empty",
              "(,1900-01-01 00:00+00)",
              "[2100-01-01 00:00+00,)");
      default -> SampleValues.literals("empty", "(,)");
    };
  }

  private List<String> rows(Type type) {
    String fields =
        type.attributes().stream()
            .map(
                attribute -> {
                  int space = attribute.indexOf(' ');
                  long oid = Long.parseLong(attribute.substring(0, space));
                  String name = attribute.substring(space + 1);
                  List<String> values = values(oid, name);
                  return "cast("
                      + (values.isEmpty() ? "null" : values.get(0))
                      + " as "
                      + name
                      + ")";
                })
            .collect(Collectors.joining(", "));
    return List.of(
        "row(" + fields + ")",
        "row(" + "null, ".repeat(Math.max(0, type.attributes().size() - 1)) + "null)");
  }
}
