package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles and databases whose settings are not the usual ones: the main job is done all the same. */
class OddSessionsTest {

  private static final String ENTITY =
      """
      package com.acme;
      import jakarta.persistence.*;
      import java.math.BigDecimal;
      import java.time.*;
      import org.hibernate.annotations.*;
      @Entity @Table(name = "\\"order\\"", indexes = @Index(name = "by_key", columnList = "\\"Key\\""))
      public class Order {
        public enum Mood { CALM, MERRY }
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
        @Column(name = "\\"Key\\"", nullable = false) @ColumnDefault("'a\\\\b'") String key;
        @ColumnDefault("'14 days 03:00:00'") @Column(columnDefinition = "interval") Duration keep;
        @ColumnDefault("1.50") BigDecimal price;
        @ColumnDefault("'2026-02-01'") LocalDate day;
        @ColumnDefault("'2026-02-01 00:00:00+00'") @Column(columnDefinition = "timestamptz") Instant at;
        @ColumnDefault("'\\\\x00ff'") byte[] raw;
        @Comment("it's a \\\\ backslash") @Enumerated(EnumType.STRING) Mood mood;
      }
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard_conforming_strings = off; quote_all_identifiers = on; bytea_output = 'escape';"
            + " intervalstyle = 'sql_standard'; datestyle = 'SQL, DMY'; timezone = 'Asia/Kathmandu'",
        "default_transaction_isolation = 'serializable'; row_security = off; search_path = '$user',"
            + " 'nowhere', 'public'; client_encoding = 'LATIN1'; idle_in_transaction_session_timeout = '300ms'; lock_timeout = '1ms'",
      })
  void of_a_database(String settings) {
    for (String setting : settings.split("; ")) {
      database.execute("alter database " + database.name() + " set " + setting);
    }
    mainJob(database.url());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LATIN1", "SQL_ASCII"})
  void of_another_encoding(String encoding) {
    String name = database.name() + "_" + encoding.toLowerCase(Locale.ROOT);
    database.execute(
        "create database "
            + name
            + " template template0 lc_collate 'C' lc_ctype 'C' encoding '"
            + encoding
            + "'");
    try {
      mainJob(database.url().replace(database.name(), name));
    } finally {
      database.execute("drop database " + name + " with (force)");
    }
  }

  @Test
  void a_session_that_must_not_rest() {
    TestProject project =
        TestProject.at(directory, database.url())
            .migration("aaa1", "", "op.execute(\"select pg_sleep(1.5)\");");
    database.execute("alter database " + database.name() + " set idle_session_timeout = '500ms'");

    Result upgrade = project.run("upgrade");

    assertThat(upgrade.code()).as(upgrade.err()).isZero();
  }

  private void mainJob(String url) {
    TestProject project = TestProject.at(directory, url).compile(ENTITY);
    Result revision = project.run("revision", "-m", "create order", "--no-prove");
    assertThat(revision.code()).as(revision.err()).isZero();
    for (List<String> command :
        List.of(List.of("upgrade"), List.of("check"), List.of("downgrade"), List.of("upgrade"))) {
      Result result = project.run(command.toArray(String[]::new));
      assertThat(result.code()).as(result.all()).isZero();
    }
    project.migration(
        "zzz9",
        revision.out().replaceAll("(?s).*@Revision\\(id = \"(\\w+)\".*", "$1"),
        """
        op.execute("select pg_sleep(0.5)");
        try { Thread.sleep(700); } catch (InterruptedException e) { throw new IllegalStateException(e); }
        op.execute("comment on table \\"order\\" is 'a\\\\b é'");
        op.execute("do $$ begin if obj_description('\\"order\\"'::regclass) <> 'a\\\\b é' then"
            + " raise 'not as written'; end if; end $$");
        """);
    Result slow = project.run("upgrade");
    assertThat(slow.code()).as(slow.all()).isZero();
    Result current = project.run("current", "--check-heads");
    assertThat(current.code()).as(current.all()).isZero();
  }
}
