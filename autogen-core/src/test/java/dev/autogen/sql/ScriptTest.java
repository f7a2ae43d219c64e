package dev.autogen.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.PostgreSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts for PostgreSQL, taken apart as psql does it. */
class ScriptTest {

  /** Words that begin or end a body elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table a (id bigint, atomic boolean)",
        "create table begin (begin int, atomic int, \"end\" int)",
        "create index i on a (begin, atomic)",
        "create view v as select begin atomic from a",
        "comment on column a.atomic is 'begin atomic'",
        "alter table a add constraint c check (begin atomic > 0)",
        "begin",
        "select 1 /* create function f() begin atomic */",
        "create function f() returns int language sql begin atomic select 1; select case when"
            + " true then 2 end; end",
        "create or replace procedure p() language sql begin atomic insert into a values (1); end",
        "create function f() returns int language sql as 'select 1; select 2'",
        "create function f(atomic int) returns int language plpgsql as $$ begin return 1; end $$",
        "create rule r as on insert to a do (delete from b; delete from c)",
        "select \"a;b\", 'c;d', E'e\\';f', $x$g;$$;h$x$ -- i;j\n from a"
      })
  void statementsEndWhereTheyEndForTheServer(String statement) {
    assertThat(PostgreSql.TEXT.statements(statement + ";\ninsert into a values (1); select 2"))
        .containsExactly(statement, "insert into a values (1)", "select 2");
  }

  @Test
  void commentsAloneAreNoStatement() {
    assertThat(PostgreSql.TEXT.statements("-- first\n;/* ; */; select 1;;\n-- last"))
        .containsExactly("select 1");
  }

  @Test
  void aScriptOfAnySizeIsReadOnce() {
    String script = "create table a (id bigint, atomic boolean default ('a;b'));\n";
    assertThat(PostgreSql.TEXT.statements(script.repeat(50_000))).hasSize(50_000);
  }
}
