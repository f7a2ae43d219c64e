package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.MySqlServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A project whose database is MariaDB or MySQL, from the first revision to its end. */
class MySqlProjectTest {

  @TempDir Path directory;
  private MySqlServer server;
  private String database;
  private TestProject project;

  private void create(MySqlServer kind, String scheme) throws SQLException {
    assumeTrue(kind.isThere(), "NOT TRIED: " + kind.label());
    server = kind;
    database = kind.create();
    String url = kind.url(database).replaceFirst("^jdbc:\\w+:", scheme + ":");
    project = TestProject.at(directory, url).compile(TestProject.USER);
  }

  /** Each server by the address of either, whose driver is MariaDB's. */
  @ParameterizedTest
  @CsvSource({
    "MARIADB, jdbc:mariadb",
    "MARIADB, jdbc:mysql",
    "MYSQL, jdbc:mysql",
    "MYSQL, jdbc:mariadb"
  })
  void revisions_are_written_proven_and_run(MySqlServer kind, String scheme) throws Exception {
    create(kind, scheme);
    Result first = project.run("revision", "-m", "create users");
    assertThat(first.out())
        .as(first.err())
        .contains("create table users", "Proven on " + kind.label() + " ")
        .contains("column(\"id\", bigint()).notNull().identity()");
    assertThat(project.run("upgrade").all()).contains("create users");
    assertThat(project.run("check").out()).contains("The database matches the entities.");

    execute("insert into users (email) values ('a@b'), ('c@d')");
    project.compile(TestProject.USER_WITH_NAME);
    assertThat(project.run("check").code()).isEqualTo(1);
    Result second = project.run("revision", "-m", "add name");
    assertThat(second.out()).as(second.err()).contains("op.backfill(\"users\", \"name\"");
    assertThat(second.all()).contains("fails on rows", "users.name has no value in existing rows");
    assertThat(second.code()).isZero();
    assertThat(project.run("upgrade").code()).isEqualTo(3);

    execute("delete from users");
    Result upgraded = project.run("upgrade");
    assertThat(upgraded.code()).as(upgraded.all()).isZero();
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("prove").all()).contains("it fails on 8 of 8 rows of users");
    // The address alone says which server the history runs on.
    if (scheme.equals("jdbc:mariadb") || MySqlServer.MYSQL.isThere()) {
      assertThat(project.run("check", "--against", "history").code()).isZero();
    }
    assertThat(project.run("downgrade", "base").code()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
    assertThat(databases()).as("throwaway databases").isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_script_says_the_same_as_a_run(MySqlServer kind) throws Exception {
    create(kind, "jdbc:mysql");
    project.run("revision", "-m", "create users");
    String id = project.run("heads").out().split(" ")[0];
    String script = project.run("upgrade", "--sql").out();
    int created = script.indexOf("create table users");
    assertThat(script).contains("auto_increment", "primary key (id)");
    assertThat(script.indexOf("insert into autogen_version")).isGreaterThan(created);
    for (String statement : script.split(";\\s*\n")) {
      if (!statement.isBlank() && !statement.strip().replaceAll("(?m)^--.*$", "").isBlank()) {
        execute(statement);
      }
    }
    assertThat(project.run("check").code()).isZero();
    assertThat(project.run("current").out()).startsWith(id);
  }

  @ParameterizedTest
  @EnumSource
  void a_database_from_before_is_taken_over(MySqlServer kind) throws Exception {
    create(kind, "jdbc:mariadb");
    execute(
        "create table users (id bigint not null auto_increment primary key, email varchar(255) not"
            + " null, constraint uk unique (email)) comment = 'it''s'");
    execute(
        "create table orders (id bigint primary key, user_id bigint, price decimal(10,2) unsigned"
            + " default 1.5, note varchar(20) collate utf8mb4_bin, kind enum('b','a') default 'b',"
            + " at datetime(6) default current_timestamp(6) on update current_timestamp(6),"
            + " twice int generated always as (id * 2) stored, check (price > 0),"
            + " constraint fk foreign key (user_id) references users (id) on delete cascade,"
            + " index ix_note (note(5), kind desc))");
    Files.delete(directory.resolve("autogen.toml"));
    Result begun = project.with("DATABASE_URL", kind.url(database)).run("init", "--from-database");
    assertThat(begun.code()).as(begun.all()).isZero();
    Result proven = project.run("prove");
    assertThat(proven.code()).as(proven.all()).isZero();
  }

  @Test
  void an_embedded_database_is_started_for_each_command() throws Exception {
    assumeTrue(MySqlServer.MARIADB.isThere(), "NOT TRIED: MariaDB");
    project = TestProject.at(directory, "embedded:mariadb").compile(TestProject.USER);
    Result first = project.run("revision", "-m", "create users");
    assumeTrue(!first.all().contains("cannot be fetched"), "NOT TRIED: " + first.all());
    assertThat(first.out()).as(first.err()).contains("Proven on MariaDB 11.4");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  private int databases() throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show databases like 'autogen\\_%'")) {
      int count = 0;
      while (row.next()) {
        count++;
      }
      return count;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
