package dev.autogen.dialect.postgresql;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * An expression as a model says it, as the catalog prints it, and as the catalog prints it once
 * that print has been declared again (what a restored dump holds) are the same to {@link
 * PostgreSqlExpressionRules}.
 */
class CatalogRoundTripTest {

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          entry("status", "varchar(20)"),
          entry("name", "text"),
          entry("code", "char(3)"),
          entry("n", "integer"),
          entry("b", "bigint"),
          entry("amount", "numeric(10,2)"),
          entry("small", "smallint"),
          entry("ratio", "double precision"),
          entry("active", "boolean"),
          entry("created", "timestamptz"),
          entry("local", "timestamp"),
          entry("day", "date"),
          entry("at", "time"),
          entry("span", "interval"),
          entry("tags", "text[]"),
          entry("numbers", "int[]"),
          entry("data", "jsonb"),
          entry("uid", "uuid"),
          entry("bytes", "bytea"),
          entry("m", "mood"),
          entry("c", "citext"),
          entry("ip", "inet"),
          entry("r", "int4range"),
          entry("Odd Name", "integer"),
          entry("user", "varchar(20)"),
          entry("e", "email"),
          entry("bits", "bit(3)"));

  private static final List<String> CHECKS =
      List.of(
          "status in ('A', 'B', 'C')",
          "status not in ('A', 'B')",
          "(status in ('A','B')) or status is null",
          "status = 'A' or status = 'B'",
          "status like 'A%' and status not like '%\\_%' escape '\\'",
          "status ilike 'a%'",
          "status ~* '^[a-z]+$'",
          "status similar to 'a|b'",
          "code in ('A', 'BB')",
          "name <> '' and length(trim(name)) > 0",
          "trim(both 'x' from name) <> ''",
          "substring(name from 1 for 2) = 'ab'",
          "position('a' in name) > 0",
          "upper(name) = name collate \"C\"",
          "name || status <> 'x'",
          "n between 0 and 4",
          "n not between 0 and 4",
          "small between 0 and 4",
          "n in (1, 2, 3)",
          "b in (1, 2, 3)",
          "small in (1, 2, 3)",
          "amount in (1, 2.5)",
          "amount >= 0 and amount < 1e6",
          "amount > n",
          "ratio >= 0 and ratio <= 1",
          "ratio = n / 2",
          "-n < 5 and n % 2 = 0 and n & 1 = 0",
          "not active or n > 0",
          "active is true",
          "active = false",
          "active is not distinct from true",
          "(n is null) = (b is null)",
          "num_nonnulls(n, b) = 1",
          "coalesce(n, 0) + coalesce(b, 0) > 0",
          "nullif(n, 0) is not null",
          "greatest(n, 5) < 10",
          "case when n > 0 then b > 0 else b is null end",
          "case status when 'A' then n = 1 when 'B' then n = 2 end",
          "created < now()",
          "created >= '2020-01-01'",
          "local at time zone 'utc' < created",
          "extract(year from day) > 2000",
          "date_trunc('day', local) = local",
          "day > date '2020-01-01'",
          "day between '2020-01-01' and '2030-12-31'",
          "at between '08:00' and '20:00'",
          "span > interval '1 day'",
          "local + interval '1 day' > local",
          "(day, day) overlaps (day, day)",
          "array_length(tags, 1) > 0",
          "'a' = any (tags)",
          "tags <@ array['a', 'b']",
          "tags <> '{}'",
          "numbers[1] > 0",
          "cardinality(numbers) < 5",
          "data ? 'a' and data ->> 'a' = 'x'",
          "data @> '{\"a\": 1}'",
          "jsonb_typeof(data) = 'object'",
          "(data ->> 'n')::int > 0",
          "uid <> '00000000-0000-0000-0000-000000000000'",
          "bytes <> '\\x00'",
          "m in ('ok', 'sad')",
          "m <> 'ok'",
          "m > 'sad'",
          "c in ('a', 'b')",
          "ip << '10.0.0.0/8'",
          "not isempty(r) and lower(r) > 0",
          "\"Odd Name\" > 0",
          "\"user\" <> 'root'",
          "e <> 'a@b'",
          "bits <> B'000'",
          "cast(status as integer) > 0",
          "status::varchar(5) = 'A'",
          "n::text ~ '^1'",
          "row(n, b) = row(1, 2)",
          "(n, b) <> (1, 2)",
          "name is normalized",
          "char_length(status) >= 3 and octet_length(status) < 100");

  private static final List<List<String>> DEFAULTS =
      List.of(
          List.of("status", "'A'"),
          List.of("status", "'A'::varchar"),
          List.of("status", "5"),
          List.of("status", "current_user"),
          List.of("name", "'it''s \\n {x}; --'"),
          List.of("name", "E'a\\nb'"),
          List.of("name", "''"),
          List.of("name", "md5(random()::text)"),
          List.of("name", "'a' || 'b'"),
          List.of("name", "to_char(now(), 'YYYY')"),
          List.of("code", "'a'"),
          List.of("n", "0"),
          List.of("n", "-1"),
          List.of("n", "'5'"),
          List.of("n", "1 + 2"),
          List.of("n", "nextval('s')"),
          List.of("b", "9223372036854775807"),
          List.of("b", "extract(epoch from now())::bigint"),
          List.of("b", "(extract(epoch from now()) * 1000)"),
          List.of("amount", "0"),
          List.of("amount", "0.00"),
          List.of("amount", "-1.5"),
          List.of("ratio", "1e-3"),
          List.of("ratio", "random()"),
          List.of("active", "true"),
          List.of("active", "'f'"),
          List.of("created", "now()"),
          List.of("created", "CURRENT_TIMESTAMP"),
          List.of("created", "current_timestamp(3)"),
          List.of("created", "'2020-01-01 00:00:00+00'"),
          List.of("created", "'infinity'"),
          List.of("created", "clock_timestamp()"),
          List.of("created", "now() + interval '14 days'"),
          List.of("local", "timezone('utc', now())"),
          List.of("local", "now() at time zone 'utc'"),
          List.of("local", "(now() at time zone 'utc') + '1 day'"),
          List.of("local", "localtimestamp"),
          List.of("day", "current_date"),
          List.of("day", "current_date + 7"),
          List.of("at", "localtime"),
          List.of("at", "'08:00'"),
          List.of("span", "'14 days'"),
          List.of("span", "interval '1' day"),
          List.of("span", "make_interval(days => 3)"),
          List.of("tags", "'{}'"),
          List.of("tags", "array['a', 'b']"),
          List.of("tags", "array[]::text[]"),
          List.of("numbers", "'{1,2}'"),
          List.of("data", "'{}'"),
          List.of("data", "'{\"b\": 1, \"a\": [true, null]}'::jsonb"),
          List.of("data", "jsonb_build_object('a', 1)"),
          List.of("uid", "gen_random_uuid()"),
          List.of("bytes", "'\\x0a'"),
          List.of("bytes", "decode('0a', 'hex')"),
          List.of("m", "'ok'"),
          List.of("c", "'Abc'"),
          List.of("ip", "'10.0.0.1'"),
          List.of("r", "'[1,5)'"),
          List.of("r", "int4range(1, 5)"),
          List.of("e", "'a@b'"),
          List.of("bits", "B'101'"));

  private static final List<String> INDEX_KEYS =
      List.of(
          "lower(name)",
          "lower(status)",
          "upper(name) || status",
          "coalesce(n, 0)",
          "(n + 1) * 2",
          "data ->> 'a'",
          "(data -> 'a') -> 'b'",
          "data #>> '{a,b}'",
          "date(local)",
          "date_trunc('day', local)",
          "created at time zone 'utc'",
          "timezone('utc', created)",
          "substring(name, 1, 3)",
          "md5(name)",
          "to_tsvector('english', name)",
          "case when active then n end",
          "n is null",
          "cast(n as bigint)",
          "abs(amount)",
          "array_length(tags, 1)");

  /**
   * An expression and where it stands.
   *
   * @param ddl statements, {@code %t} for the table and {@code %s} for the expression
   */
  private record Case(String sql, Kind kind, String ddl, Function<Table, String> reading) {

    String ddl(String table, String expression) {
      String columns =
          COLUMNS.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .filter(
                  column ->
                      column.getKey().equals("n")
                          || PostgreSql.TEXT.words().mentions(sql + " " + ddl, column.getKey()))
              .map(column -> "\"" + column.getKey() + "\" " + column.getValue())
              .collect(Collectors.joining(", "));
      return "create table %t (%c); "
          .replace("%c", columns)
          .concat(ddl)
          .replace("%t", table)
          .replace("%s", expression);
    }
  }

  private static Stream<Case> cases() {
    return Stream.of(
            CHECKS.stream()
                .map(
                    sql ->
                        new Case(
                            sql,
                            Kind.CHECK,
                            "alter table %t add check (%s)",
                            table -> table.checks().get(0).expression())),
            CHECKS.stream()
                .filter(CatalogRoundTripTest::isImmutable)
                .map(
                    sql ->
                        new Case(
                            sql,
                            Kind.INDEX_PREDICATE,
                            "create index on %t (n) where %s",
                            table -> table.indexes().get(0).predicate())),
            INDEX_KEYS.stream()
                .map(
                    sql ->
                        new Case(
                            sql,
                            Kind.INDEX_KEY,
                            "create index on %t ((%s))",
                            table -> table.indexes().get(0).elements().get(0).text())),
            DEFAULTS.stream()
                .map(
                    pair ->
                        new Case(
                            pair.get(1),
                            Kind.SERVER_DEFAULT,
                            "alter table %t alter " + pair.get(0) + " set default %s",
                            table -> defaulted(table).serverDefault())))
        .flatMap(some -> some);
  }

  private static boolean isImmutable(String sql) {
    return !sql.contains("now()")
        && !sql.equals("created >= '2020-01-01'")
        && !sql.contains("overlaps");
  }

  private static Column defaulted(Table table) {
    return table.columns().stream()
        .filter(column -> column.serverDefault() != null)
        .findFirst()
        .orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> everySpellingIsTheSame() {
    return Stream.of(PostgreSqlVersion.values()).flatMap(CatalogRoundTripTest::tests);
  }

  private static Stream<DynamicTest> tests(PostgreSqlVersion version) {
    List<Case> cases = cases().toList();
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      database.execute(
          "create extension citext; create type mood as enum ('sad', 'ok'); create sequence s;"
              + " create domain email as text check (value like '%@%')");
      List<String> said = cases.stream().map(Case::sql).toList();
      Map<String, Table> tables = declare(database, connection, cases, said, "one");
      List<String> printed = read(cases, tables, "one");
      List<String> again = read(cases, declare(database, connection, cases, printed, "two"), "two");
      List<List<Expression>> expressions =
          Stream.of(said, printed, again).map(texts -> expressions(cases, tables, texts)).toList();
      Map<Expression, String> words =
          new PostgreSqlExpressionRules()
              .inDatabaseWords(connection, expressions.stream().flatMap(List::stream).toList());
      return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
          .map(
              i ->
                  DynamicTest.dynamicTest(
                      version + " " + cases.get(i).kind() + ": " + said.get(i),
                      () -> expectSame(expressions, words, i)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void expectSame(
      List<List<Expression>> expressions, Map<Expression, String> words, int i) {
    List<String> spellings =
        expressions.stream().map(texts -> words.get(texts.get(i))).distinct().toList();
    assertThat(spellings).hasSize(1).doesNotContainNull();
  }

  private static Map<String, Table> declare(
      TestDatabase database,
      Connection connection,
      List<Case> cases,
      List<String> texts,
      String prefix)
      throws SQLException {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < cases.size(); i++) {
      script.append(cases.get(i).ddl(prefix + i, texts.get(i))).append(";\n");
    }
    database.execute(script.toString());
    return new PostgreSqlInspector()
        .inspect(connection, InspectionScope.defaultSchema()).schema().tables().stream()
            .collect(Collectors.toMap(table -> table.name().name(), table -> table));
  }

  private static List<String> read(List<Case> cases, Map<String, Table> tables, String prefix) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      texts.add(cases.get(i).reading().apply(tables.get(prefix + i)));
    }
    return texts;
  }

  private static List<Expression> expressions(
      List<Case> cases, Map<String, Table> tables, List<String> texts) {
    List<Expression> expressions = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Kind kind = cases.get(i).kind();
      Table table = tables.get("one" + i);
      Column column = kind == Kind.SERVER_DEFAULT ? defaulted(table) : null;
      expressions.add(new Expression(table, kind, column, texts.get(i)));
    }
    return expressions;
  }
}
