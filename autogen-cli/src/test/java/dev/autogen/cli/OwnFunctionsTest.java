package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expressions with functions that people wrote themselves, wherever a table may have one. */
class OwnFunctionsTest {

  private static final String[] FUNCTIONS = {
    "create schema lib",
    "create function slug(value text) returns text language sql immutable"
        + " as 'select lower(btrim(value))'",
    "create function lib.rank(value text, base int default 1) returns int language sql immutable"
        + " as 'select length(value) + base'",
    "create function \"Twice\"(value int) returns int language sql immutable as 'select 2 * value'",
    "create function code(prefix text) returns text language sql volatile"
        + " as 'select prefix || clock_timestamp()'",
    "create function tidy(value text) returns text language plpgsql immutable"
        + " as 'begin return lower(value); end'",
  };

  private static final String PAGE =
      """
      package com.acme;
      import jakarta.persistence.*;
      import org.hibernate.annotations.*;
      @Entity @Table(name = "page", indexes = {
        @Index(name = "page_slug", columnList = "slug(title)"),
        @Index(name = "page_rank", columnList = "lib.rank(title), id desc"),
        @Index(name = "page_open", columnList = "title", options = "where slug(title) <> 'x'"),
        @Index(name = "page_tidy", columnList = "tidy(title)", options = "where tidy(title) in ('a', 'b')")
      })
      @Check(name = "page_ok", constraints = "slug(title) in ('a', 'b') or lib.rank(title) > 2")
      public class Page {
        @Id Long id;
        @Column(nullable = false, length = 100) String title;
        @Column(columnDefinition = "text generated always as (slug(title)) stored") String slug;
        @Column(columnDefinition =
            "text generated always as (slug(title) || '-' || cast(lib.rank(title) as varchar)) stored") String path;
        @Column(columnDefinition =
            "int generated always as (\\"Twice\\"(lib.rank(title, 3) + 1)) stored") Integer twice;
        @ColumnDefault("code('p')") String code;
        @ColumnDefault("slug(' X ' || 'y')") String kind;
        @ColumnDefault("lib.rank('abc')") Integer rank;
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void differ_only_where_they_do(PostgreSqlVersion version) {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(FUNCTIONS);
      TestProject project = TestProject.at(directory, database.url());
      project.compile(PAGE);
      inSync(project, revision(project, "one"));

      project.compile(
          PAGE.replace("(slug(title)) stored", "(slug(title || 'x')) stored")
              .replace("slug(title) <> 'x'", "slug(title) <> 'z'")
              .replace("columnList = \"slug(title)\"", "columnList = \"lib.rank(title || 'x')\"")
              .replace("code('p')", "code('q')")
              .replace("rank('abc')", "rank('abcd')")
              .replace("in ('a', 'b') or", "in ('a', 'c') or"));
      Result changed = project.run("check");
      assertThat(changed.out())
          .as(changed.all())
          .contains("page.slug", "page_open", "page_slug", "page.code", "page.rank", "page_ok")
          .doesNotContain("page.path", "page.twice", "page.kind", "page_rank", "page_tidy");
      inSync(project, revision(project, "two"));

      assertThat(project.run("downgrade", "-1", "--yes").code()).isZero();
    }
  }

  private static Result revision(TestProject project, String message) {
    Result revision = project.run("revision", "-m", message);
    assertThat(revision.code()).as(revision.all()).isZero();
    assertThat(revision.out()).as(revision.all()).contains("Proven on PostgreSQL");
    return project.run("upgrade");
  }

  private static void inSync(TestProject project, Result before) {
    assertThat(before.code()).as(before.all()).isZero();
    Result check = project.run("check");
    assertThat(check.code()).as(check.all()).isZero();
  }
}
