package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.Polling;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases on which an upgrade cannot end well: one clear message, and nothing half done. */
class RefusedUpgradeTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private final String role = "role_of_" + database.name();

  @BeforeEach
  void aRole() {
    database.execute("create role " + role + " login password 's3cret'");
  }

  @AfterEach
  void drop() {
    database.close();
    try (TestDatabase other = TestDatabase.create()) {
      other.execute("drop role " + role);
    }
  }

  private String url() {
    return database.url().replace("user=postgres", "user=" + role);
  }

  private TestProject project(String url, String... upgrades) {
    TestProject project = TestProject.at(directory, url);
    String before = "";
    for (int i = 0; i < upgrades.length; i++) {
      String id = "abc".charAt(i) + "" + (i + 1) + (i + 1);
      project.migration(id, before, upgrades[i]);
      before = id;
    }
    return project;
  }

  private static final String TABLE = "op.execute(\"create table done (id int)\");";

  private void refused(TestProject project, String... words) {
    Result result = project.run("upgrade", "head");
    assertThat(result.err())
        .contains(words)
        .doesNotContain("\tat ", "Exception", "s3cret")
        .containsOnlyOnce("autogen: ");
    assertThat(result.code()).isEqualTo(3);
  }

  private List<List<String>> tables() {
    return database.query(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
            + " order by 1");
  }

  @Test
  void a_user_without_the_right_to_create() {
    refused(project(url(), TABLE), "autogen_version", "nothing was done", "permission denied");
    assertThat(tables()).isEmpty();
  }

  @Test
  void a_user_who_may_read_alone() {
    project(database.url(), TABLE).run("upgrade");
    database.execute("grant select on all tables in schema public to " + role);
    refused(
        project(url(), TABLE, "op.execute(\"drop table done\");"),
        "autogen_version",
        "nothing was done",
        "permission denied");
    assertThat(tables()).hasSize(3);
  }

  @Test
  void a_user_who_owns_nothing() {
    database.execute("create table theirs (id int)", "grant all on schema public to " + role);
    refused(
        project(url(), TABLE, "op.execute(\"alter table theirs add column n int\");"),
        "revision b22",
        "was rolled back",
        "must be owner of table theirs");
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("a11");
  }

  @Test
  void a_version_table_that_another_owns() {
    TestProject project = project(database.url(), TABLE);
    project.run("ensure-version");
    database.execute("grant all on schema public to " + role);

    refused(project(url(), TABLE), "permission denied for table autogen_version");

    assertThat(tables()).doesNotContain(List.of("done"));
    database.execute("grant all on autogen_version, autogen_journal to " + role);
    assertThat(project(url(), TABLE).run("upgrade").err()).isEmpty();
    assertThat(tables()).contains(List.of("done"));
  }

  @Test
  void a_role_that_works_in_another_schema() {
    database.execute(
        "create schema apart authorization " + role,
        "alter role " + role + " set search_path = apart");

    assertThat(project(url(), TABLE).run("upgrade").err()).isEmpty();

    assertThat(tables()).isEmpty();
    assertThat(database.queryValue("select version from apart.autogen_version")).isEqualTo("a11");
  }

  @Test
  void a_role_without_connections_left() {
    database.execute(
        "grant all on schema public to " + role, "alter role " + role + " connection limit 1");
    refused(
        project(url(), TABLE),
        "second connection",
        "too many connections for role",
        "two at a time");
    assertThat(tables()).isEmpty();
  }

  @Test
  void a_database_that_lets_nobody_in() {
    try (TestDatabase other = TestDatabase.create()) {
      other.execute("alter database " + database.name() + " allow_connections false");
    }
    try {
      refused(project(url(), TABLE), "Cannot connect to", "is not currently accepting connections");
    } finally {
      try (TestDatabase other = TestDatabase.create()) {
        other.execute("alter database " + database.name() + " allow_connections true");
      }
    }
  }

  @Test
  void a_wrong_password() {
    String before = database.queryValue("select pg_read_file(current_setting('hba_file'))");
    accessRules("host " + database.name() + " " + role + " all scram-sha-256\n" + before);
    try {
      String wrong = url().replaceAll("password=[^&]*", "") + "&password=s3cret2";
      refused(
          project(wrong, TABLE),
          "Cannot connect to jdbc:postgresql:",
          " as " + role,
          "password authentication failed for user \"" + role + "\"");
    } finally {
      accessRules(before);
    }
    assertThat(tables()).isEmpty();
  }

  /** The rules hold for connections that are made after the server has read them. */
  private void accessRules(String text) {
    String loaded = "select pg_conf_load_time()";
    String before = database.queryValue(loaded);
    database.execute(
        "copy (select unnest(string_to_array($text$"
            + text.stripTrailing().replace('\t', ' ')
            + "$text$, e'\\n'))) to '"
            + database.queryValue("show hba_file")
            + "'",
        "select pg_reload_conf()");
    while (database.queryValue(loaded).equals(before)) {
      Polling.pause();
    }
  }

  @Test
  void a_host_that_does_not_exist() {
    refused(
        project("jdbc:postgresql://no-such-host.invalid/app?user=ann&password=s3cret", TABLE),
        "Cannot connect to jdbc:postgresql://no-such-host.invalid/app as ann",
        "the host no-such-host.invalid is not known");
  }

  @Test
  void a_server_without_encryption() {
    refused(project(database.url() + "&sslmode=require", TABLE), "Cannot connect to", "SSL");
  }

  @Test
  void a_database_that_is_dropped_half_way() {
    String drop =
        """
        op.execute("create table half (id int)");
        try (var c = java.sql.DriverManager.getConnection("%s");
            var s = c.createStatement()) {
          s.execute("drop database %s with (force)");
        } catch (java.sql.SQLException e) {
          throw new IllegalStateException(e);
        }
        op.execute("create table never (id int)");
        """
            .formatted(database.url().replace(database.name(), "postgres"), database.name());
    refused(project(database.url(), TABLE, drop), "The connection was lost while revision b22");
    refused(project(database.url(), TABLE), "does not exist");
    try (TestDatabase other = TestDatabase.create()) {
      other.execute("create database " + database.name());
    }
  }

  @Test
  void a_pooler_that_shares_sessions_between_transactions() {
    String port = database.url().replaceAll(".*:(\\d+)/.*", "$1");
    try (TransactionPooler pooler = new TransactionPooler(Integer.parseInt(port))) {
      String pooled = database.url().replace(":" + port + "/", ":" + pooler.port() + "/");
      refused(
          project(pooled, TABLE),
          "a pooler that shares sessions between transactions",
          "PgBouncer with pool_mode = transaction",
          "Give the URL of the database itself; nothing was done");
    }
    assertThat(tables()).isEmpty();
  }

  @Test
  void a_statement_that_takes_longer_than_the_role_may() {
    database.execute(
        "grant all on schema public to " + role,
        "alter role " + role + " set statement_timeout = '500ms'");
    refused(
        project(url(), TABLE, "op.execute(\"create table half (id int); select pg_sleep(60)\");"),
        "canceling statement due to statement timeout",
        "select pg_sleep(60)",
        "statement_timeout allows");
    assertThat(tables()).doesNotContain(List.of("half"));
  }

  @Test
  void a_session_without_a_schema() {
    database.execute("alter database " + database.name() + " set search_path = ''");
    refused(
        project(database.url(), TABLE),
        "the database refused it",
        "no schema has been selected to create in");
    assertThat(tables()).isEmpty();
  }
}
