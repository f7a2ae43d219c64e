package dev.autogen.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the project's Liquibase does, and what autogen leaves to it. */
class LiquibaseRunnerTest extends LiquibaseFixture {

  private void include(String... files) {
    for (String file : files) {
      project.append(
          RESOURCES + MASTER,
          "  - include:\n      file: changes/" + file + "\n      relativeToChangelogFile: true\n");
    }
  }

  @Test
  void each_changeset_is_proven_on_rows_with_its_rollback() {
    project.write(
        RESOURCES + "db/changelog/changes/002-more.xml",
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <changeSet id="nick" author="ann">
            <addColumn tableName="users"><column name="nick" type="varchar(20)"/></addColumn>
          </changeSet>
          <changeSet id="other-database" author="ann" dbms="h2"><sql>nonsense</sql></changeSet>
          <changeSet id="wrong-rollback" author="ann">
            <addColumn tableName="users"><column name="size" type="int"/></addColumn>
            <rollback>alter table users drop column nick</rollback>
          </changeSet>
        </databaseChangeLog>
        """);
    project.write(
        RESOURCES + "db/changelog/changes/003-sql.sql",
        """
        --liquibase formatted sql
        --changeset ann:index runInTransaction:false
        create index concurrently users_id on users (id, email);
        --rollback drop index concurrently users_id;
        --changeset ann:lose
        create table copy as select * from users where id < 0;
        drop table users;
        alter table copy rename to users;
        --changeset ann:strict
        alter table users add column need int not null;
        --rollback alter table users drop column need;
        --changeset ann:function splitStatements:false
        create function one() returns int language plpgsql as $$ begin return 1; end $$;
        --changeset ann:test context:test
        nonsense;
        """);
    project.append(RESOURCES + "application.properties", "spring.liquibase.contexts=prod\n");
    include("002-more.xml", "003-sql.sql");

    Result prove = fails(1, "prove");

    assertThat(prove.out())
        .contains("1 holds on PostgreSQL", "nick holds on PostgreSQL", "index holds on PostgreSQL")
        .contains("function holds on PostgreSQL")
        .containsPattern("wrong_rollback fails[^\n]*\n(  .*\n)*  .*size")
        .containsPattern("lose [^\n]*\n  users: 9 of 9 rows lost by the upgrade")
        .containsPattern("strict fails with rows[^\n]*\n(  .*\n)*  .*need")
        .doesNotContain("nonsense", "other-database");
    assertThat(ok("prove", "index").out()).startsWith("index holds on");
  }

  @Test
  void a_key_without_a_name_is_found_by_its_rollback() {
    project.write(
        RESOURCES + "db/changelog/changes/002-key.xml",
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <changeSet id="key" author="ann">
            <createTable tableName="friends">
              <column name="one" type="bigint"><constraints nullable="false"/></column>
              <column name="other" type="bigint"><constraints nullable="false"/></column>
            </createTable>
            <addPrimaryKey columnNames="one, other" tableName="friends"/>
          </changeSet>
        </databaseChangeLog>
        """);
    include("002-key.xml");

    assertThat(ok("prove", "key").out()).startsWith("key holds on PostgreSQL");
  }

  @Test
  void tables_of_a_default_schema_are_proven_there() {
    project.append(RESOURCES + "application.properties", "spring.liquibase.default-schema=shop\n");
    project.write(
        RESOURCES + "db/changelog/changes/003-item.yaml",
        """
        databaseChangeLog:
          - changeSet:
              id: item
              author: ann
              changes:
                - createTable:
                    tableName: item
                    columns:
                      - column: {name: id, type: bigint}
          - changeSet:
              id: size
              author: ann
              changes:
                - addColumn:
                    tableName: item
                    columns:
                      - column: {name: size, type: int}
        """);
    include("003-item.yaml");

    assertThat(ok("prove", "size").out()).startsWith("size holds on PostgreSQL");
    project.write(
        RESOURCES + "db/changelog/changes/001-create-users.sql",
        USERS
            .replace("create table users", "create table shop.users")
            .replace("into users", "into shop.users"));
    assertThat(ok("prove").all()).contains("1 holds on").doesNotContain("not tried");
  }

  @Test
  void a_master_of_json_with_labels_and_a_change_in_java_is_proven_and_continued()
      throws Exception {
    Files.delete(directory.resolve(RESOURCES + MASTER));
    project.write(
        RESOURCES + "db/changelog/master.json",
        """
        {"databaseChangeLog": [
          {"include": {"file": "changes/001-create-users.sql", "relativeToChangelogFile": true}},
          {"changeSet": {"id": "later", "author": "ann", "labels": "later", "changes": [
            {"sql": {"sql": "nonsense"}}]}},
          {"changeSet": {"id": "nick", "author": "ann", "labels": "now", "changes": [
            {"addColumn": {"tableName": "users", "columns": [
              {"column": {"name": "nick", "type": "varchar(20)"}}]}}]}},
          {"changeSet": {"id": "java", "author": "ann", "changes": [
            {"customChange": {"class": "com.acme.FillNick", "nick": "none"}}]}},
          {"include": {"file": "changes/002-size.sql", "relativeToChangelogFile": true}}
        ]}
        """);
    project.write(
        RESOURCES + "db/changelog/changes/002-size.sql",
        "--liquibase formatted sql\n--changeset ann:2\nalter table users add size int;\n"
            + "--rollback alter table users drop column size;\n");
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replace(
                "format = \"liquibase\"",
                "format = \"liquibase\"\nchangelog = \"db/changelog/master.json\"\nlabels = \"now\""));
    List<Path> jars;
    try (Stream<Path> files = Files.list(JARS)) {
      jars = files.toList();
    }
    project.compile(
        jars,
        """
        package com.acme;
        import jakarta.persistence.*;
        @Entity @Table(name = "users")
        public class User {
          @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
          @Column(nullable = false, length = 100, unique = true) String email;
          @Column(length = 20) String nick;
          @Column(length = 40) String name;
          Integer size;
        }
        """,
        """
        package com.acme;
        import liquibase.change.custom.CustomSqlChange;
        import liquibase.database.Database;
        import liquibase.exception.ValidationErrors;
        import liquibase.resource.ResourceAccessor;
        import liquibase.statement.SqlStatement;
        import liquibase.statement.core.RawSqlStatement;
        public class FillNick implements CustomSqlChange {
          private String nick;
          public void setNick(String nick) { this.nick = nick; }
          @Override public SqlStatement[] generateStatements(Database database) {
            return new SqlStatement[] {
              new RawSqlStatement("update users set nick = '" + nick + "' where nick is null")};
          }
          @Override public String getConfirmationMessage() { return "filled"; }
          @Override public void setUp() {}
          @Override public void setFileOpener(ResourceAccessor resources) {}
          @Override public ValidationErrors validate(Database database) { return null; }
        }
        """);

    Result prove = ok("prove");
    assertThat(prove.out())
        .contains("1 holds on PostgreSQL", "nick holds on PostgreSQL", "2 holds on PostgreSQL")
        .contains("java not tried, customChange\n  Liquibase does more than SQL for it")
        .doesNotContain("later");
    assertThat(prove.all()).contains("1 of 4 not tried.");
    assertThat(fails(1, "--format", "json", "prove", "java").out())
        .contains("\"tried\":false", "\"holds\":false");

    ok("revision", "-m", "add name", "--against", "history");
    assertThat(text("db/changelog/master.json")).contains("changes/003-add-name.sql");
    ok("check", "--against", "history");
    assertThat(ok("prove").out()).contains("3 holds on PostgreSQL");
  }

  @Test
  void what_liquibase_does_not_reach_is_not_blamed() {
    project.write(
        RESOURCES + "db/changelog/changes/002-more.sql",
        """
        --liquibase formatted sql
        --changeset ann:bad
        alter table nobody add column x int;
        --changeset ann:good
        alter table users add column x int;
        --changeset ann:better
        alter table users add column y int;
        """);
    include("002-more.sql");

    Result prove = fails(1, "prove");

    assertThat(prove.out())
        .contains("bad fails", "good not tried", "better not tried")
        .contains("\n  Liquibase does not get that far: see bad above\n");
    assertThat(prove.all()).contains("2 of 4 not tried.");
  }

  @Test
  void a_project_whose_class_path_is_not_known_is_proven_all_the_same() throws Exception {
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml")).replaceFirst("(?s)\\[model\\].*", ""));
    project.write("build.gradle", "");

    Result prove = ok("prove");

    assertThat(prove.out()).startsWith("1 holds on PostgreSQL");
    assertThat(prove.err()).contains("Liquibase that comes with autogen runs the migrations");
    assertThat(fails(2, "check").err()).contains("Gradle knows it");
    project.append("autogen.toml", "[model]\nclasspath = []\n");
    assertThat(ok("prove").all())
        .startsWith("1 holds on PostgreSQL")
        .doesNotContain("class path is not known");
  }

  @Test
  void ids_that_repeat_are_told_apart_by_their_files() throws Exception {
    project.write(
        RESOURCES + "db/changelog/changes/002-nick.sql",
        "--liquibase formatted sql\n--changeset ann:1\nalter table users add nick varchar(20);\n");
    include("002-nick.sql");
    update();

    assertThat(ok("history").out()).contains("001_create_users.sql/1 -> 002_nick.sql/1 (head)");
    fails(0, "revision", "-m", "add name");
    assertThat(text("db/changelog/changes/003-add-name.sql")).contains("--changeset ann:1\n");
    assertThat(fails(1, "check").out()).contains("pending: 003_add_name.sql/1.");
  }

  @Test
  void a_check_of_a_database_that_is_not_there_names_the_one_that_needs_none() throws Exception {
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replaceFirst("url = \"[^\"]*\"", "url = \"postgresql://localhost:1/none\""));

    assertThat(fails(3, "check").err())
        .startsWith("autogen: Cannot connect to")
        .contains("'autogen check --against history'")
        .doesNotContain("refuses");
  }

  @Test
  void what_liquibase_refuses_is_said_in_its_words() throws Exception {
    String before = text(MASTER);
    include("missing.sql");
    assertThat(fails(3, "check").err()).contains("Liquibase refuses", "missing.sql");
    project.write(RESOURCES + MASTER, "databaseChangeLog:\n  - include: [\n");
    assertThat(fails(3, "revision", "-m", "x").err())
        .contains("Liquibase refuses", "db.changelog-master.yaml");
    project.write(RESOURCES + MASTER, before);
    project.write(
        RESOURCES + "db/changelog/changes/002-bad.sql",
        "--liquibase formatted sql\n--changeset ann:2\nalter table nobody add x int;\n");
    include("002-bad.sql");
    assertThat(fails(3, "check", "--against", "history").err())
        .contains("Liquibase refuses", "002-bad.sql::2::ann", "nobody");
    assertThat(files()).hasSize(2);
  }

  @Test
  void a_changeset_that_was_edited_is_refused_in_its_words() throws Exception {
    update();
    project.write(
        RESOURCES + "db/changelog/changes/001-create-users.sql",
        USERS.replace("varchar(100)", "varchar(90)"));

    assertThat(fails(3, "check").err())
        .contains("Liquibase refuses", "001-create-users.sql::1::ann");
  }

  @Test
  void commands_that_are_liquibases_job_name_its_own() {
    for (String command :
        List.of(
            "upgrade",
            "downgrade",
            "stamp head",
            "status",
            "repair head",
            "merge heads",
            "squash 1:1",
            "ensure-version",
            "upgrade --sql")) {
      assertThat(fails(2, command.split(" ")).err())
          .as(command)
          .contains("Liquibase runs the migrations of this project");
    }
    assertThat(project.run("upgrade").err())
        .contains("'mvn liquibase:update', or start the application");
    assertThat(project.run("downgrade", "--yes").err()).contains("liquibase:rollback");
    assertThat(project.run("stamp", "head").err()).contains("liquibase:changelogSync");
    assertThat(database.query("select 1 where to_regclass('autogen_version') is not null"))
        .isEmpty();
  }

  @Test
  void two_runners_on_one_database_are_refused() throws Exception {
    update();
    database.execute(
        "create table autogen_version (version text primary key)",
        "insert into autogen_version values ('a1')");

    assertThat(fails(2, "revision", "-m", "x").err())
        .contains("Two runners work on this database: Liquibase", "a1", "Nothing was written");
    assertThat(files()).hasSize(1);
  }

  @Test
  void a_project_without_liquibase_gets_the_one_that_comes_with_autogen() throws Exception {
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replaceFirst(", \"[^\"]*/liquibase/\\*.jar\"", ""));

    assertThat(fails(1, "check", "-v").all())
        .contains("comes with autogen: the project has none", "pending: 1.");
    Files.delete(directory.resolve(RESOURCES + MASTER));
    assertThat(fails(2, "check").err()).contains("[migrations] changelog = ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.17.2", "4.23.2"})
  void older_versions_run_the_changelog_up_to_a_changeset(String version) throws Exception {
    Path older = Path.of("target/older-libraries").toAbsolutePath();
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(JARS)) {
      files
          .filter(each -> !each.getFileName().toString().matches("(liquibase|snakeyaml).*"))
          .forEach(jars::add);
    }
    jars.add(older.resolve("liquibase-core-" + version + ".jar"));
    jars.add(older.resolve("snakeyaml-1.33.jar"));
    String classpath = jars.stream().map(each -> "\"" + each + "\"").collect(joining(", "));
    project.write(
        "autogen.toml",
        Files.readString(directory.resolve("autogen.toml"))
            .replaceFirst("\"[^\"]*/liquibase/\\*.jar\"", Matcher.quoteReplacement(classpath)));

    ok("revision", "-m", "add name", "--against", "history");

    ok("check", "--against", "history");
    assertThat(fails(1, "check").out()).contains("pending: 1, 2.");
    assertThat(ok("prove").out()).contains("1 holds on PostgreSQL", "2 holds on PostgreSQL");
  }
}
