package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking about expressions runs none of the functions that others have written. */
@Tag("attack")
class ForeignCodeTest {

  private static final Table TABLE =
      new Table(
          QualifiedName.of("t"),
          List.of(
              Column.of("name", SqlType.of("text")),
              Column.of("n", SqlType.of("integer")),
              Column.of("m", SqlType.of("mood"))),
          List.of(),
          List.of(),
          null);

  private static final String[] CODE = {
    "create sequence loot",
    "create function evil() returns int immutable language plpgsql as"
        + " 'begin perform nextval(''public.loot''); return 1; end'",
    "create function \"Évil one\"() returns int immutable language sql as 'select evil()'",
    "create function evil(text) returns boolean immutable language plpgsql as"
        + " 'begin return evil() = 1; end'",
    "create function evil(int, int) returns int immutable language sql as 'select evil()'",
    "create domain dom as text check (evil(value))",
    "create domain plain as text check (value <> '')",
    "create type pair as (a dom, b int)",
    "create type span as range (subtype = dom)",
    "create type mood as enum ('GOOD')",
    "create function words(mood) returns text immutable language plpgsql as"
        + " 'begin perform evil(); return ''x''; end'",
    "create cast (mood as text) with function words(mood)",
    "create operator ### (leftarg = int, rightarg = int, function = evil)",
    "create function label(text, text) returns text immutable language sql as"
        + " 'select lower($1) || $2'",
  };

  private static TestDatabase database(PostgreSqlVersion version) {
    TestDatabase database = TestDatabase.create(version);
    database.execute(CODE);
    database.execute("alter sequence loot restart");
    return database;
  }

  private static Expression expression(Kind kind, String sql) {
    Column column = kind == Kind.CHECK ? null : Column.of("c", SqlType.of("text"));
    return new Expression(TABLE, kind, column, sql);
  }

  private static Map<Expression, String> words(TestDatabase database, List<Expression> expressions)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return new PostgreSqlExpressionRules().inDatabaseWords(connection, expressions);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noFunctionOfOthersIsRun(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = database(version)) {
      List<Expression> expressions =
          List.of(
              expression(Kind.SERVER_DEFAULT, "evil()"),
              expression(Kind.SERVER_DEFAULT, "\"evil\"()"),
              expression(Kind.SERVER_DEFAULT, "\"Évil one\"()"),
              expression(Kind.SERVER_DEFAULT, "public.EVIL(1, 2)"),
              expression(Kind.SERVER_DEFAULT, "U&\"\\0065vil\"()"),
              expression(Kind.SERVER_DEFAULT, "1 ### 2"),
              expression(Kind.SERVER_DEFAULT, "1 operator(public.###) 2"),
              expression(Kind.SERVER_DEFAULT, "'x'::dom"),
              expression(Kind.SERVER_DEFAULT, "'{x}'::dom[]"),
              expression(Kind.SERVER_DEFAULT, "'{x}'::_dom"),
              expression(Kind.SERVER_DEFAULT, "'(x,1)'::pair"),
              expression(Kind.SERVER_DEFAULT, "'[a,b]'::span"),
              expression(Kind.SERVER_DEFAULT, "'{[a,b]}'::spanmultirange"),
              expression(Kind.SERVER_DEFAULT, "'GOOD'::mood::text"),
              expression(Kind.SERVER_DEFAULT, "cast(mood 'GOOD' as text)"),
              expression(Kind.SERVER_DEFAULT, "1); select nextval('loot'); select (2"),
              expression(Kind.SERVER_DEFAULT, "evil()); select evil(); select (2"),
              expression(Kind.CHECK, "n = evil()"),
              expression(Kind.CHECK, "evil('x') and name = 'a'"),
              expression(Kind.CHECK, "n > 1 ### 2"),
              expression(Kind.INDEX_PREDICATE, "evil(1, 2) = n"));
      words(database, expressions);
      assertThat(database.query("select is_called from loot")).isEqualTo(List.of(List.of("f")));

      for (Expression single : expressions) {
        words(database, List.of(single));
        assertThat(database.query("select is_called from loot"))
            .describedAs(single.sql())
            .isEqualTo(List.of(List.of("f")));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void expressionsWithFunctionsOfTheProjectAreCompared(PostgreSqlVersion version)
      throws SQLException {
    try (TestDatabase database = database(version)) {
      Expression written = expression(Kind.CHECK, "label(name, 'x') in ('ax', 'bx')");
      database.execute(
          "create table t (name text, n int, m mood, check (" + written.sql() + "))",
          "create function other(text) returns text immutable language sql as 'select $1'");
      String printed =
          database
              .query("select pg_get_expr(conbin, conrelid) from pg_constraint where contype = 'c'")
              .get(database.query("select 1 from pg_constraint where contypid <> 0").size())
              .get(0);
      Expression again = expression(Kind.CHECK, printed);
      Expression different = expression(Kind.CHECK, "label(name, 'y') in ('ax', 'bx')");
      Expression plain = expression(Kind.CHECK, "n > 0");
      Map<Expression, String> words = words(database, List.of(written, again, different, plain));

      assertThat(words).containsKeys(written, again, different, plain);
      assertThat(words.get(again)).isEqualTo(words.get(written));
      assertThat(words.get(different)).isNotEqualTo(words.get(written));
      assertThat(database.query("select relname from pg_class where relname like 'autogen%'"))
          .isEmpty();
    }
  }

  /** Only a name can hide in escapes what it names; a string is a value, however it is written. */
  @ParameterizedTest
  @EnumSource
  void stringsWithUnicodeEscapesAreAskedAbout(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = database(version)) {
      Expression escaped = expression(Kind.SERVER_DEFAULT, "U&'\\0061'");
      Expression plain = expression(Kind.SERVER_DEFAULT, "'a'");
      Map<Expression, String> words = words(database, List.of(escaped, plain));

      assertThat(words.get(escaped)).isNotNull().isEqualTo(words.get(plain));
    }
  }

  @ParameterizedTest
  @EnumSource
  void domainsWithoutSuchFunctionsAreAskedAbout(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = database(version)) {
      Expression one = expression(Kind.SERVER_DEFAULT, "'x'::plain");
      assertThat(words(database, List.of(one))).containsKey(one);
    }
  }
}
