package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random columns of one small stock of names and types. */
final class RandomColumns {

  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "A",
          "user",
          "User",
          "Mixed",
          "e.f",
          "select",
          "it's",
          "say \"x\"",
          "50% :x \\n",
          "größe_und_länge_mit_umlauten_bis_zur_grenze_der_63_bytes_äöü",
          "a_rather_long_name_for_a_column_that_fills_it");
  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "smallint",
          "numeric",
          "numeric(10,2)",
          "numeric(12)",
          "varchar(20)",
          "varchar",
          "varchar(5)",
          "text",
          "char(3)",
          "boolean",
          "timestamp",
          "timestamp(3)",
          "timestamptz",
          "timestamptz(0)",
          "date",
          "time",
          "time(0)",
          "timetz",
          "uuid",
          "json",
          "jsonb",
          "bytea",
          "interval",
          "interval(3)",
          "real",
          "double precision",
          "integer[]",
          "bigint[]",
          "text[]",
          "varchar(10)[]",
          "uuid[]",
          "inet",
          "cidr",
          "bit(4)",
          "varbit(8)",
          "tsvector",
          "int4range",
          "int8multirange",
          "money",
          "\"char\"",
          "interval year to month",
          "point",
          "numeric(10,2)[]",
          "oid",
          "macaddr",
          "pg_lsn",
          "jsonpath",
          "tsquery",
          "box",
          "path",
          "daterange",
          "tstzrange",
          "nummultirange",
          "interval day to second(3)",
          "interval hour",
          "bit varying",
          "name",
          "timestamptz(3)[]",
          "bytea[]",
          "char(3)[]",
          "jsonb[]",
          "\"postal code\"",
          "amount",
          "amount[]",
          "floats");
  private static final Map<String, List<String>> DEFAULTS =
      Map.ofEntries(
          Map.entry(
              "integer",
              List.of(
                  "0",
                  "-5",
                  "- 5",
                  "+3",
                  "(1 + 1)",
                  "'7'",
                  "'7'::integer",
                  "CAST('8' AS integer)",
                  "length('abc')",
                  "CASE WHEN true THEN 1 ELSE 2 END",
                  "COALESCE(NULL, 4)",
                  "(EXTRACT(year FROM CURRENT_DATE))::int",
                  "NULL")),
          Map.entry("bigint", List.of("0", "9999999999")),
          Map.entry("smallint", List.of("1", "-1")),
          Map.entry("numeric", List.of("1.5", "0", "1.50", "-0.25", "1e2", "round(1.55, 1)")),
          Map.entry("real", List.of("0.5", "1e3")),
          Map.entry(
              "double precision", List.of("0.1", "(1.0 / 3)", "pi()", "'NaN'", "'-Infinity'")),
          Map.entry("varchar", List.of("'x'", "'it''s'", "''", "'a\\b'", "E'a\\nb'", "'x'::text")),
          Map.entry("char", List.of("'x'", "'ab '")),
          Map.entry(
              "text",
              List.of(
                  "'x'",
                  "lower('X')",
                  "CURRENT_USER",
                  "'a' || 'b'",
                  "next_code()",
                  "$$it's$$",
                  "U&'\\0061'",
                  "'a; -- b'",
                  "CAST(CURRENT_DATE AS text)",
                  "md5(random()::text)",
                  "current_setting('TimeZone')")),
          Map.entry("boolean", List.of("true", "false", "'t'")),
          Map.entry(
              "timestamp",
              List.of(
                  "now()",
                  "LOCALTIMESTAMP",
                  "'2026-01-01 00:00'",
                  "timezone('utc', now())",
                  "(now() AT TIME ZONE 'utc')",
                  "date_trunc('day', LOCALTIMESTAMP)",
                  "'infinity'")),
          Map.entry(
              "timestamptz",
              List.of(
                  "now()",
                  "CURRENT_TIMESTAMP",
                  "(now() + '1 day'::interval)",
                  "CURRENT_TIMESTAMP(0)",
                  "clock_timestamp()",
                  "'epoch'",
                  "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00+00'")),
          Map.entry(
              "date",
              List.of("CURRENT_DATE", "'2026-01-01'", "DATE '2026-01-01'", "CURRENT_DATE + 7")),
          Map.entry("time", List.of("'12:00'", "LOCALTIME")),
          Map.entry("uuid", List.of("gen_random_uuid()")),
          Map.entry("json", List.of("'{}'", "'[]'")),
          Map.entry(
              "jsonb",
              List.of(
                  "'{}'",
                  "'{\"a\": [1]}'",
                  "'{\"a\": \"it''s\"}'::jsonb",
                  "jsonb_build_object('a', 1)")),
          Map.entry("bytea", List.of("'\\x00'", "''")),
          Map.entry("interval", List.of("'1 day'", "'36:00:00'", "make_interval(days => 2)")),
          Map.entry("inet", List.of("'10.0.0.1'")),
          Map.entry("bit", List.of("B'0101'")),
          Map.entry("integer[]", List.of("'{}'", "ARRAY[]::integer[]", "ARRAY[1, 2]")),
          Map.entry("text[]", List.of("'{}'", "'{a,b}'", "ARRAY['a', 'b']")),
          Map.entry("daterange", List.of("'[2026-01-01,)'", "daterange(NULL, CURRENT_DATE)")),
          Map.entry("int4range", List.of("'[1,5)'", "int4range(1, 4, '[]')", "'empty'")),
          Map.entry("postal code", List.of("'123'", "'123'::varchar")),
          Map.entry("amount", List.of("0", "1.50")),
          Map.entry("uuid[]", List.of("'{}'", "ARRAY[gen_random_uuid()]")),
          Map.entry("box", List.of("'(1,1),(0,0)'")),
          Map.entry("macaddr", List.of("'08:00:2b:01:02:03'")),
          Map.entry("mood", List.of("'ok'")));
  private static final Set<String> COLLATED = Set.of("varchar", "text");

  private final Dice dice;
  private final int version;

  /** Columns for a major version of PostgreSQL. */
  RandomColumns(Dice dice, int version) {
    this.dice = dice;
    this.version = version;
  }

  /**
   * A key and a few more.
   *
   * @param mood the name of the enum type, or blank where there is none
   * @param sequence the name of a sequence, or blank where there is none
   */
  List<Column> columns(String mood, String sequence) {
    List<Column> columns = new ArrayList<>(List.of(id()));
    for (String name : NAMES) {
      if (dice.chance(4)) {
        columns.add(column(name, mood));
      }
    }
    if (!sequence.isBlank() && dice.chance(4)) {
      columns.add(
          Column.of("numbered", SqlType.of("bigint"))
              .withServerDefault("nextval('" + quote(sequence) + "')"));
    }
    List.copyOf(columns).stream()
        .filter(column -> column.identity() == null && isComputable(column.type()))
        .findFirst()
        .filter(column -> dice.chance(2))
        .ifPresent(column -> columns.add(computed(column)));
    return columns;
  }

  private Column id() {
    SqlType type = SqlType.of(dice.pick("integer", "bigint", "integer", "bigint", "smallint"));
    Column id = Column.of("id", type).withNullable(false);
    return switch (dice.below(9)) {
      case 0, 1 -> id.withIdentity(Identity.byDefault());
      case 2 -> id.withIdentity(Identity.generatedAlways());
      case 3 -> id.withIdentity(Identity.byDefault().from(100L, 10L).withCache(dice.pick(1L, 5L)));
      case 4 -> id.withIdentity(Identity.serial());
      case 5 ->
          id.withIdentity(
              Identity.generatedAlways()
                  .from(dice.pick(null, 7L), 2L)
                  .withRange(new NumberRange(null, dice.pick(null, -3L), null, dice.chance(2))));
      case 6 ->
          id.withIdentity(
              Identity.byDefault()
                  .from(5L, null)
                  .withRange(new NumberRange(null, -3L, dice.pick(null, 32000L), dice.chance(2))));
      default -> id;
    };
  }

  private Column column(String name, String mood) {
    boolean isMood = !mood.isBlank() && dice.chance(5);
    SqlType type =
        isMood
            ? new SqlType(null, mood, List.of(), dice.chance(4) ? 1 : 0)
            : SqlType.parse(dice.pick(TYPES));
    Column column = Column.of(name, type).withNullable(!dice.chance(3));
    String key = isMood ? "mood" : type.name() + "[]".repeat(type.dimensions());
    List<String> defaults = DEFAULTS.get(key);
    if (defaults != null && type.dimensions() == (key.endsWith("[]") ? 1 : 0) && dice.chance(3)) {
      column = column.withServerDefault(dice.pick(defaults));
    }
    if (COLLATED.contains(type.name()) && type.dimensions() == 0 && dice.chance(6)) {
      column = column.withCollation(dice.pick("C", "de-x-icu", "POSIX", "und-x-icu"));
    }
    return dice.chance(5)
        ? column.withComment(dice.pick("one", "it's \\ \"two\"", "ü\nzwei; -- :x", "$$"))
        : column;
  }

  private static boolean isComputable(SqlType type) {
    return type.dimensions() == 0
        && Set.of("integer", "text", "date", "boolean", "jsonb").contains(type.name());
  }

  private Column computed(Column from) {
    boolean stored = version < 18 || dice.chance(2);
    String name = quote(from.name());
    String number = String.valueOf(1 + dice.below(2));
    return switch (from.type().name()) {
      case "integer" ->
          computed(
              "integer",
              dice.pick(name + " + " + number, "coalesce(" + name + ", " + number + ")"),
              stored);
      case "date" -> computed("integer", "extract(year from " + name + ")::int", stored);
      case "boolean" -> computed("text", "case when " + name + " then 'y' else 'n' end", stored);
      case "jsonb" -> computed("text", name + " ->> 'a'", stored);
      default -> computed("text", dice.pick("lower(" + name + ")", name + " || 'x'"), stored);
    };
  }

  private static Column computed(String type, String expression, boolean stored) {
    return Column.of("computed", SqlType.of(type)).withGenerated(new Generated(expression, stored));
  }

  static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
