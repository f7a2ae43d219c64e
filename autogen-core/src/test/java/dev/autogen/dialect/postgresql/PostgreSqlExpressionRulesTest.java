package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostgreSqlExpressionRulesTest {

  /** Columns by which the cases below speak; {@code plan} is of a type that does not exist. */
  private static final List<String> COLUMNS =
      List.of(
          "status varchar(20)",
          "name text",
          "code char(3)",
          "n integer",
          "amount numeric(10,2)",
          "small smallint",
          "ratio double precision",
          "active boolean",
          "created timestamptz",
          "local timestamp",
          "day date",
          "tags text[]",
          "data jsonb",
          "m mood",
          "plan missing_type",
          "\"Odd Name\" integer",
          "\"user\" varchar(20)");

  private static final Map<PostgreSqlVersion, TestDatabase> DATABASES =
      new EnumMap<>(PostgreSqlVersion.class);

  @AfterAll
  static void dropDatabases() {
    DATABASES.values().forEach(TestDatabase::close);
    DATABASES.clear();
  }

  static Stream<Arguments> same() {
    return onBoth(
        check("status in ('A', 'B')", "status = any (array['A', 'B'])"),
        check(
            "status in ('A', 'B')",
            "(status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])"),
        check(
            "status in ('A', 'B')",
            "(status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character"
                + " varying)::text])"),
        check("status in ('A')", "((status)::text = 'A'::text)"),
        check("name in ('A', 'B')", "(name = ANY (ARRAY['A'::text, 'B'::text]))"),
        check("code in ('A', 'B')", "(code = ANY (ARRAY['A'::bpchar, 'B'::bpchar]))"),
        check("n > 0 and (n < 10 and n <> 5)", "((n > 0) AND (n < 10) AND (n <> 5))"),
        check("n between 0 and 2", "((n >= 0) AND (n <= 2))"),
        check("small between 0 and 2", "((small >= 0) AND (small <= 2))"),
        check("amount > 0", "(amount > (0)::numeric)"),
        check("ratio >= 0.5", "(ratio >= (0.5)::double precision)"),
        check("N != 5", "\"n\" <> 5"),
        check("\"Odd Name\" > 1", "(\"Odd Name\" > 1)"),
        check("\"user\" like 'a%'", "((\"user\")::text ~~ 'a%'::text)"),
        check("t.n > 0", "n > 0"),
        check("char_length(name) > 3 -- long", "char_length(name) > 3"),
        check("active = true", "active"),
        check("m in ('ok', 'sad')", "(m = ANY (ARRAY['ok'::mood, 'sad'::mood]))"),
        check("local >= created at time zone 'utc'", "local >= timezone('utc', created)"),
        check("day = current_date", "day = CURRENT_DATE"),
        check("data ? 'a'", "(data ? 'a'::text)"),
        check("name = 'x' collate \"C\"", "(name = ('x'::text COLLATE \"C\"))"),
        check("name ~ '^\\d+;$'", "(name ~ '^\\d+;$'::text)"),
        index("lower(name)", "LOWER( name )"),
        index("lower(status)", "lower((status)::text)"),
        index("coalesce(n, 0)", "COALESCE(n, 0)"),
        index("data ->> 'a'", "(data ->> 'a'::text)"),
        predicate("status = 'A' and active", "(((status)::text = 'A'::text) AND active)"),
        predicate("name is not null", "(name IS NOT NULL)"),
        generated("text", "upper(status)", "upper((status)::text)"),
        generated("varchar(10)", "upper(name)", "(upper(name))::character varying(10)"),
        generated("numeric(12,2)", "amount * n", "((amount * (n)::numeric))::numeric(12,2)"),
        serverDefault("varchar(20)", "'x'", "'x'::character varying"),
        serverDefault("text", "'x'", "'x'::text"),
        serverDefault("text", "'it''s \\ {1}'", "'it''s \\ {1}'::text"),
        serverDefault("char(3)", "'a'", "'a  '::bpchar"),
        serverDefault("numeric(10,2)", "5", "5.0"),
        serverDefault("numeric", "5", "5.00"),
        serverDefault("numeric", "100", "1e2"),
        serverDefault("integer", "-1", "'-1'::integer"),
        serverDefault("integer", "(- 1)", "-1"),
        serverDefault("bigint", "0", "'0'::bigint"),
        serverDefault("integer", "60 * 60", "3600"),
        serverDefault("double precision", "1.5", "'1.50'::double precision"),
        serverDefault("boolean", "true", "'t'"),
        serverDefault("boolean", "FALSE", "not true"),
        serverDefault("interval", "'14 days'", "'336:00:00'::interval"),
        serverDefault("interval", "interval '1' hour", "'01:00:00'::interval"),
        serverDefault("integer[]", "'{}'", "ARRAY[]::integer[]"),
        serverDefault("integer[]", "array[1, 2]", "'{1,2}'::integer[]"),
        serverDefault("text[]", "'{a,\"b\"}'", "ARRAY['a'::text, 'b'::text]"),
        serverDefault("jsonb", "'{\"a\":1,  \"b\": []}'", "'{\"b\": [], \"a\": 1}'::jsonb"),
        serverDefault("json", "'{\"a\":1}'", "'{ \"a\" : 1 }'::json"),
        serverDefault("timestamptz", "CURRENT_TIMESTAMP", "now()"),
        serverDefault("timestamptz", "transaction_timestamp()", "NOW()"),
        serverDefault("timestamptz(3)", "CURRENT_TIMESTAMP", "now()"),
        serverDefault("timestamp", "localtimestamp", "now()"),
        serverDefault("date", "current_date", "now()"),
        serverDefault("date", "'2020-02-01'", "'2020-02-01'::date"),
        serverDefault("timestamp", "TIMEZONE('utc', now())", "now() at time zone 'utc'"),
        serverDefault(
            "timestamp", "timezone('utc', CURRENT_TIMESTAMP)", "timezone('utc'::text, now())"),
        serverDefault("uuid", "gen_random_uuid()", "pg_catalog.gen_random_uuid()"),
        serverDefault("bigint", "nextval('numbers')", "nextval('numbers'::regclass)"),
        serverDefault("mood", "'ok'", "'ok'::mood"),
        serverDefault("bytea", "'\\x00ff'", "'\\x00FF'::bytea"),
        serverDefault("bit(3)", "B'101'", "'101'::\"bit\""),
        serverDefault("text", "null", "NULL::text"),
        serverDefault("serial", "7", "'7'::integer"));
  }

  @ParameterizedTest
  @MethodSource
  void same(PostgreSqlVersion version, Expression one, Expression other) throws SQLException {
    Map<Expression, String> words = ask(version, List.of(one, other));

    assertThat(words).hasSize(2);
    assertThat(words.get(one)).isEqualTo(words.get(other));
  }

  static Stream<Arguments> different() {
    return onBoth(
        check("status in ('A', 'B')", "status in ('A', 'B', 'C')"),
        check("n > 0", "n >= 0"),
        check("n > 0", "small > 0"),
        check("name = 'x'", "name = 'X'"),
        check("name = 'x'", "name = 'x' collate \"C\""),
        check("name = 'a  b'", "name = 'a b'"),
        check("day = current_date", "day = '2020-01-01'"),
        index("lower(name)", "upper(name)"),
        predicate("active", "not active"),
        serverDefault("text", "'now()'", "now()::text"),
        serverDefault("text", "'NULL'", "null"),
        serverDefault("text", "'a'", "'a '"),
        serverDefault("varchar(20)", "'5'", "'5.0'"),
        serverDefault("numeric", "10", "1"),
        serverDefault("numeric(10,2)", "5.05", "5.5"),
        serverDefault("interval", "'14 days'", "'15 days'"),
        serverDefault("timestamptz", "now()", "clock_timestamp()"),
        serverDefault("timestamptz", "now()", "'2020-01-01'"),
        serverDefault("timestamp", "timezone('utc', now())", "timezone('cet', now())"),
        serverDefault("uuid", "gen_random_uuid()", "md5(random()::text)::uuid"));
  }

  @ParameterizedTest
  @MethodSource
  void different(PostgreSqlVersion version, Expression one, Expression other) throws SQLException {
    Map<Expression, String> words = ask(version, List.of(one, other));

    assertThat(words).hasSize(2);
    assertThat(words.get(one)).isNotEqualTo(words.get(other));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotAcceptedIsMissingAndHasNoEffect(PostgreSqlVersion version) throws SQLException {
    TestDatabase database = database(version);
    List<Expression> hostile =
        Stream.of(
                "n > 0); drop table victim; --",
                "n > 0; drop table victim",
                "n > 0), (n < 5",
                "n > 0) from victim; select (1",
                "n > 0 */ $$ $autogen$ ' \" \\",
                "plan = 'x'",
                "nothing > 0",
                "n >",
                "",
                "m = 'unknown'",
                "$1 > 0",
                "\u0000")
            .map(sql -> expression(Kind.CHECK, null, sql))
            .toList();
    Expression good = expression(Kind.CHECK, null, "n > 0 /* ; */");
    Expression sequence = serverDefault("bigint", "nextval('numbers')", "").get(0);
    Expression failing = serverDefault("integer", "1 / 0", "").get(0);
    List<Expression> all = new ArrayList<>(hostile);
    all.addAll(List.of(good, sequence, failing));

    Map<Expression, String> words = ask(version, all);

    assertThat(words.keySet().stream().map(Expression::sql))
        .containsExactlyInAnyOrder(good.sql(), sequence.sql());
    assertThat(database.query("select * from victim")).hasSize(1);
    assertThat(database.queryValue("select is_called from numbers")).isEqualTo("f");
  }

  @ParameterizedTest
  @EnumSource
  void worksInAReadOnlyTransactionAndLeavesItAsItWas(PostgreSqlVersion version)
      throws SQLException {
    Expression expression = expression(Kind.CHECK, null, "n > 0");
    try (Connection connection = database(version).connect();
        Statement statement = connection.createStatement()) {
      connection.setReadOnly(true);
      assertThat(rules(connection, List.of(expression))).hasSize(1);
      assertThat(connection.getAutoCommit()).isTrue();

      connection.setReadOnly(false);
      connection.setAutoCommit(false);
      statement.execute("create table mine (a int)");
      assertThat(rules(connection, List.of(expression))).hasSize(1);
      statement.execute("insert into mine values (1)");
      assertThat(connection.getAutoCommit()).isFalse();
      try (var timeout = statement.executeQuery("show statement_timeout")) {
        timeout.next();
        assertThat(timeout.getString(1)).isEqualTo("0");
      }
      connection.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource
  void needsNoRights(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      database.execute("revoke all on database " + database.name() + " from public");
      database.execute("revoke all on schema public from public");
      statement.execute("set role pg_monitor");

      assertThat(rules(connection, List.of(expression(Kind.CHECK, null, "n > 0")))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSameHoweverOftenOnOneConnection(PostgreSqlVersion version) throws SQLException {
    List<Expression> expressions = check("n > 0", "(n > 0)");
    try (Connection connection = database(version).connect()) {
      Map<Expression, String> first = rules(connection, expressions);
      for (int i = 0; i < 8; i++) {
        assertThat(rules(connection, expressions)).isEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void failsWhereTheConnectionDoes(PostgreSqlVersion version) throws SQLException {
    Connection connection = database(version).connect();
    connection.close();

    assertThatThrownBy(() -> rules(connection, List.of(expression(Kind.CHECK, null, "n > 0"))))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @EnumSource
  void answersForThousandsOfTablesAtOnce(PostgreSqlVersion version) throws SQLException {
    List<Expression> expressions =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    new Expression(
                        new Table(
                            QualifiedName.of("t" + i),
                            List.of(Column.of("status", SqlType.of("varchar", 1 + i % 100))),
                            List.of(),
                            List.of(),
                            null),
                        Kind.CHECK,
                        null,
                        i == 77 ? "broken(" : "status in ('A', 'B" + i + "')"))
            .toList();

    assertThat(ask(version, expressions)).hasSize(1_999);
  }

  private static Map<Expression, String> ask(
      PostgreSqlVersion version, List<Expression> expressions) throws SQLException {
    try (Connection connection = database(version).connect()) {
      return rules(connection, expressions);
    }
  }

  private static Map<Expression, String> rules(Connection connection, List<Expression> expressions)
      throws SQLException {
    return new PostgreSqlExpressionRules().inDatabaseWords(connection, expressions);
  }

  private static TestDatabase database(PostgreSqlVersion version) {
    return DATABASES.computeIfAbsent(
        version,
        added -> {
          TestDatabase database = TestDatabase.create(added);
          database.execute(
              "create type mood as enum ('sad', 'ok')",
              "create sequence numbers",
              "create table victim (a int)",
              "insert into victim values (1)");
          return database;
        });
  }

  @SafeVarargs
  private static Stream<Arguments> onBoth(List<Expression>... pairs) {
    return Stream.of(PostgreSqlVersion.values())
        .flatMap(
            version ->
                Stream.of(pairs).map(pair -> Arguments.of(version, pair.get(0), pair.get(1))));
  }

  private static List<Expression> check(String one, String other) {
    return pair(Kind.CHECK, null, one, other);
  }

  private static List<Expression> index(String one, String other) {
    return pair(Kind.INDEX_KEY, null, one, other);
  }

  private static List<Expression> predicate(String one, String other) {
    return pair(Kind.INDEX_PREDICATE, null, one, other);
  }

  private static List<Expression> generated(String type, String one, String other) {
    return pair(Kind.GENERATED, Column.of("g", SqlType.parse(type)), one, other);
  }

  private static List<Expression> serverDefault(String type, String one, String other) {
    return pair(Kind.SERVER_DEFAULT, Column.of("d", SqlType.parse(type)), one, other);
  }

  private static List<Expression> pair(
      Kind kind, @org.jspecify.annotations.Nullable Column column, String one, String other) {
    return List.of(expression(kind, column, one), expression(kind, column, other));
  }

  private static Expression expression(
      Kind kind, @org.jspecify.annotations.Nullable Column column, String sql) {
    List<Column> columns =
        COLUMNS.stream()
            .map(
                text -> {
                  int space = text.startsWith("\"") ? text.indexOf("\" ") + 1 : text.indexOf(' ');
                  return Column.of(
                      text.substring(0, space).replace("\"", ""),
                      SqlType.parse(text.substring(space)));
                })
            .toList();
    return new Expression(
        new Table(QualifiedName.of("t"), columns, List.of(), List.of(), null), kind, column, sql);
  }
}
