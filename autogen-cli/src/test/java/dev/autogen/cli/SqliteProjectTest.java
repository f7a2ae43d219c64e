package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.model.HibernateVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A project whose database is a file of SQLite, from the first revision to its end. */
class SqliteProjectTest {

  private static final String TRIP =
      """
      package com.acme;
      import jakarta.persistence.*;
      import java.util.*;
      @Entity @Table(name = "trips", indexes = @Index(name = "ix_trips_title", columnList = "title"),
          uniqueConstraints = @UniqueConstraint(name = "uk_trips", columnNames = {"title", "owner_id"}))
      public class Trip {
        public enum State { DRAFT, BOOKED }
        @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
        @Column(nullable = false, length = 40) String title;
        @Enumerated(EnumType.STRING) @Column(nullable = false) State state;
        @ManyToOne(optional = false) @JoinColumn(foreignKey = @ForeignKey(name = "fk_trips_owner")) User owner;
        @ElementCollection Set<String> tags;
      }
      """;

  @TempDir Path directory;
  private TestProject project;
  private String url;

  private void create(HibernateVersion hibernate) {
    url = "jdbc:sqlite:" + directory.resolve("dev.db");
    List<Path> entries = new ArrayList<>(hibernate.jars());
    entries.add(hibernate.communityDialects());
    String classpath =
        entries.stream()
            .map(each -> ", \"" + each.toAbsolutePath() + "\"")
            .collect(Collectors.joining());
    project =
        new TestProject(directory)
            .write(
                "autogen.toml",
                """
                [database]
                url = "%s"
                [model]
                classpath = ["target/classes"%s]
                """
                    .formatted(url, classpath));
  }

  @ParameterizedTest
  @EnumSource
  void revisions_are_written_proven_and_run(HibernateVersion hibernate) {
    create(hibernate);
    project.compile(TestProject.USER, TRIP);
    Result first = project.run("revision", "-m", "create trips");
    assertThat(first.out())
        .as(first.err())
        .contains("Proven on SQLite 3.", "fk_trips_owner", "op.execute(\"insert into trips_");
    assertThat(project.run("upgrade").all()).contains("create trips");
    assertThat(project.run("check").all()).contains("The database matches the entities.");
    assertThat(project.run("current").out()).contains("head");

    execute("insert into users (email) values ('a@b'), ('c@d')");
    execute("insert into trips (id, title, state, owner_id) values (1, 'Rome', 'DRAFT', 1)");
    execute("insert into trip_tags (trip_id, tags) values (1, 'sun')");
    project.compile(
        TestProject.USER_WITH_NAME,
        TRIP.replace("DRAFT, BOOKED", "DRAFT, BOOKED, DONE").replace("length = 40", "length = 60"));
    assertThat(project.run("check").code()).isEqualTo(1);
    Result second = project.run("revision", "-m", "add name");
    assertThat(second.out()).as(second.all()).contains("op.backfill(\"users\", \"name\"");
    assertThat(second.all()).contains("fails on rows", "users.name has no value in existing rows");
    assertThat(second.code()).isZero();
    assertThat(project.run("upgrade").all())
        .contains("users.name has no value in existing rows: give op.backfill its SQL expression");
    assertThat(query("select count(*) from users")).isEqualTo("2");

    Path file =
        project.migrations().stream()
            .filter(each -> each.toString().contains("add_name"))
            .findFirst()
            .orElseThrow();
    String source = read(file);
    write(
        file,
        source.replace(
            "op.backfill(\"users\", \"name\", null)",
            "op.backfill(\"users\", \"name\", \"'no ' || id\")"));
    Result upgraded = project.run("upgrade");
    assertThat(upgraded.code()).as(upgraded.all()).isZero();
    assertThat(query("select group_concat(name) from users")).isEqualTo("no 1,no 2");
    assertThat(query("select title || state || owner_id from trips")).isEqualTo("RomeDRAFT1");
    assertThat(query("select tags from trip_tags")).isEqualTo("sun");
    assertThat(query("select count(*) from pragma_foreign_key_check")).isEqualTo("0");
    assertThat(project.run("check").all()).contains("The database matches the entities.");

    assertThat(project.run("prove").all()).contains("holds on SQLite 3.");
    assertThat(project.run("check", "--against", "history").all()).contains("match");
    assertThat(project.run("downgrade", "base").all()).doesNotContain("failed");
    assertThat(query("select group_concat(name) from sqlite_master where name like '%trip%'"))
        .isEmpty();
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void a_mistyped_file_is_named_and_not_created() throws Exception {
    create(HibernateVersion.V7);
    project.compile(TestProject.USER);
    Path file = Path.of(url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""));
    Files.createDirectories(file.getParent());
    for (String command : List.of("check", "current", "diff")) {
      assertThat(project.run(command).all())
          .as(command)
          .contains("The file of " + "jdbc:sqlite:" + file + " does not exist");
      assertThat(file).doesNotExist();
    }
    assertThat(project.run("revision", "-m", "create users").all())
        .contains("create table users", "does not exist");
    assertThat(project.run("upgrade", "--sql").code()).isZero();
    assertThat(file).doesNotExist();

    assertThat(project.run("upgrade").code()).isZero();
    assertThat(file).exists();
    assertThat(project.run("check").all())
        .contains("The database matches the entities.")
        .doesNotContain("does not exist");
  }

  @Test
  void a_script_does_what_the_upgrade_does() {
    create(HibernateVersion.V7);
    project.compile(TestProject.USER, TRIP);
    project.run("revision", "-m", "create trips");
    String script = project.run("upgrade", "--sql").out();
    executeScript(script);
    assertThat(project.run("current").all()).contains("head");
    assertThat(project.run("check").all()).contains("The database matches the entities.");

    execute("insert into users (email) values ('a@b')");
    execute("insert into trips (id, title, state, owner_id) values (1, 'Rome', 'DRAFT', 1)");
    project.compile(TestProject.USER, TRIP.replace("DRAFT, BOOKED", "DRAFT, BOOKED, DONE"));
    project.run("revision", "-m", "done");
    executeScript(project.run("upgrade", "--sql").out());
    assertThat(project.run("check").all()).contains("The database matches the entities.");
    assertThat(query("select title from trips")).isEqualTo("Rome");
    assertThat(project.run("history").code()).isZero();
  }

  @Test
  void a_database_that_was_there_is_taken_over() {
    create(HibernateVersion.V7);
    execute(
        "create table Users (id integer primary key autoincrement, Email varchar(100) not null"
            + " unique, constraint ck check (Email <> ''))");
    execute("create index ix_mail on users (lower(email)) where email <> 'x'");
    execute("create view mails as select email from users");
    execute(
        "create trigger tr after insert on users begin update users set email = 'z' where 0; end");
    project.compile(TestProject.USER);
    Result init = project.run("init", "--from-database", "--accept");
    assertThat(init.all()).contains("1 difference in autogen-accepted.toml");
    Result check = project.run("check", "--against", "history");
    assertThat(check.out()).contains("The history matches the entities.", "1 accepted");
    assertThat(check.code()).isZero();
    assertThat(project.run("stamp", "head").code()).isZero();
    assertThat(project.run("current").out()).contains("head");
  }

  /** What is committed stays, what is not leaves nothing behind, and no lock stands in the way. */
  @Test
  void a_run_that_is_killed_in_a_rebuild_leaves_what_was_committed() throws Exception {
    create(HibernateVersion.V7);
    project.append("autogen.toml", "[runner]\nlock-wait = \"2s\"\n");
    Path started = directory.resolve("started");
    project
        .migration(
            "a1",
            "",
            "op.execute(\"create table t (id integer primary key, a text)\");"
                + " op.execute(\"insert into t values (1, 'one'), (2, 'two')\");")
        .migration(
            "b2",
            "a1",
            """
            op.alterColumn("t", Definitions.column("a", Definitions.varchar(9)).notNull());
            op.connection(c -> {
              try (java.sql.Statement s = c.createStatement()) { s.execute("insert into t values (3, 'x')"); }
              java.nio.file.Path started = java.nio.file.Path.of("%1$s");
              if (!java.nio.file.Files.exists(started)) {
                try {
                  java.nio.file.Files.createFile(started);
                  Thread.sleep(600_000);
                } catch (java.io.IOException | InterruptedException e) { throw new IllegalStateException(e); }
              }
            });
            """
                .formatted(started));
    CommandProcess process = CommandProcess.start(project, "upgrade");
    while (!Files.exists(started) && process.process().isAlive()) {
      Thread.sleep(20);
    }
    assertThat(process.process().isAlive()).isTrue();
    assertThat(project.run("upgrade").all())
        .contains("another runner is at work on the database (pid " + process.process().pid());
    process.kill();
    assertThat(query("select group_concat(a) from t")).isEqualTo("one,two");
    assertThat(query("select sql from sqlite_master where name = 't'")).contains("a text");
    assertThat(query("select version from autogen_version")).isEqualTo("a1");
    assertThat(query("select count(*) from sqlite_master where name like 'autogen new%'"))
        .isEqualTo("0");
    Result again = project.run("upgrade");
    assertThat(again.code()).as(again.all()).isZero();
    assertThat(query("select group_concat(a) from t")).isEqualTo("one,two,x");
    assertThat(query("select version from autogen_version")).isEqualTo("b2");
    assertThat(query("pragma integrity_check")).isEqualTo("ok");
    assertThat(Files.exists(directory.resolve("dev.db-autogen-lock"))).isFalse();
  }

  @Test
  void addresses_of_other_tools_lead_to_the_same_file() {
    create(HibernateVersion.V7);
    project.migration("a1", "", "op.execute(\"create table t (id integer primary key)\");");
    for (String address :
        List.of(
            "sqlite:///" + directory.resolve("dev.db"),
            "sqlite+aiosqlite:///" + directory.resolve("dev.db") + "?check_same_thread=False",
            url + "?foreign_keys=on")) {
      Result result = project.run("--url", address, "upgrade");
      assertThat(result.code()).as(address + result.all()).isZero();
    }
    assertThat(query("select count(*) from t")).isEqualTo("0");
    assertThat(project.run("--url", "jdbc:sqlite::memory:", "upgrade").err())
        .contains("names a database in memory", "sqlite:///data/app.db");
  }

  @Test
  void the_missing_dialect_of_hibernate_is_named() {
    create(HibernateVersion.V7);
    String toml = read(directory.resolve("autogen.toml"));
    write(directory.resolve("autogen.toml"), toml.replaceAll(", \"[^\"]*community[^\"]*\"", ""));
    project.compile(TestProject.USER);
    assertThat(project.run("check").err()).contains("hibernate-community-dialects");
  }

  private void executeScript(String script) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\nin: " + script, e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
    }
  }

  private String query(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String found = row.next() ? row.getString(1) : null;
      return found == null ? "" : found;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
