package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that may be looked at and not changed are compared like any other. */
class ReadOnlyDatabaseTest {

  /** Expressions that a text alone cannot compare. */
  private static final String PLAN =
      """
      package com.acme;
      import jakarta.persistence.*;
      @Entity @Table(name = "plan")
      public class Plan {
        enum Kind { FREE, PAID }
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
        @Enumerated(EnumType.STRING) @Column(nullable = false, length = 20) Kind kind;
        @Column(nullable = false, columnDefinition = "interval default '14 days'") String trial;
        @Column(nullable = false, columnDefinition = "timestamptz default CURRENT_TIMESTAMP")
        java.time.Instant created;
        @Column(columnDefinition = "numeric(10,2) default 5.0 check (price > 0 and price < 1e4)")
        java.math.BigDecimal price;
      }
      """;

  @TempDir Path directory;
  private final String role = "reader_" + ProcessHandle.current().pid();
  private TestDatabase database;
  private TestProject project;

  @BeforeEach
  void applyAMigration() {
    database = TestDatabase.create();
    project = TestProject.at(directory, database.url()).compile(PLAN);
    assertThat(project.run("revision", "--no-prove").code()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    database.execute("create role " + role + " login");
  }

  @AfterEach
  void dropRole() {
    database.execute("drop owned by " + role, "drop role " + role);
    database.execute("grant usage on language plpgsql to public");
    database.close();
  }

  private Result asReader(String... command) {
    String url = database.url().replaceFirst("user=\\w+", "user=" + role);
    project.with("AUTOGEN_URL", url);
    return project.run(command);
  }

  private void matches(Result result) {
    assertThat(result.out()).as(result.err()).isEqualTo("The database matches the entities.\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void a_role_whose_transactions_are_read_only_compares_and_changes_nothing() {
    database.execute(
        "grant select on all tables in schema public to " + role,
        "alter role " + role + " set default_transaction_read_only = on");

    matches(asReader("check"));
    assertThat(asReader("current").out()).contains(" (head)");
    assertThat(asReader("status").out()).contains("applied");
    Result refused = asReader("downgrade");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains("the database cannot be changed: its transactions are read-only")
        .contains("nothing was done");
    matches(asReader("check"));
  }

  @Test
  void a_role_that_may_read_the_version_table_alone_compares_all_tables() {
    database.execute("grant select on autogen_version to " + role);

    matches(asReader("check"));

    project.compile(PLAN.replace("length = 20", "length = 30"));
    Result drift = asReader("check");
    assertThat(drift.out()).contains("alter column plan.kind", "(20)", "(30)");
    assertThat(drift.code()).isEqualTo(1);
    Result revision = asReader("revision");
    assertThat(revision.out()).as(revision.err()).contains("\nProven on PostgreSQL 18.");
  }

  @Test
  void a_role_that_may_not_read_the_version_table_is_told_what_it_lacks() {
    Result result = asReader("check");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains("permission denied for table autogen_version")
        .contains("grant select on autogen_version, autogen_journal to …");
  }

  @Test
  void a_role_that_may_not_ask_about_expressions_lets_the_shadow_be_asked() {
    database.execute(
        "grant select on autogen_version to " + role,
        "revoke usage on language plpgsql from public");

    assertThat(asReader("check").out()).isEqualTo("The database matches the entities.\n");
    assertThat(asReader("check", "-v").err())
        .contains("This connection may not ask the database about expressions; PostgreSQL 18.");
  }

  @Test
  void without_a_shadow_the_text_decides_and_that_is_said() {
    database.execute(
        "grant select on autogen_version to " + role,
        "revoke usage on language plpgsql from public");
    project.write(
        "autogen.toml",
        """
        [model]
        classpath = ["target/classes"]
        [shadow]
        url = "postgresql://127.0.0.1:1/none"
        """);

    Result result = asReader("check", "-v");

    assertThat(result.err())
        .contains("expressions were compared by their text, because neither this connection nor a")
        .contains("The throwaway database cannot be asked about expressions: ");
  }

  @Test
  void a_standby_is_compared_and_never_changed(@TempDir Path servers) throws Exception {
    try (Primary primary = Primary.start(servers)) {
      assertThat(project.run("upgrade", "--url", primary.url()).code()).isZero();
      String standby = primary.standbyUrl();

      matches(project.run("check", "--url", standby));
      assertThat(project.run("current", "--url", standby).out()).contains(" (head)");
      assertThat(project.run("status", "--url", standby).out()).contains("applied");

      project.compile(PLAN.replace("length = 20", "length = 30"));
      assertThat(project.run("check", "--url", standby).out()).contains("(30)");
      Result revision = project.run("revision", "--url", standby);
      assertThat(revision.out()).as(revision.err()).contains("\nProven on PostgreSQL 18.");

      for (String command : new String[] {"upgrade", "downgrade", "ensure-version"}) {
        Result refused = project.run(command, "--url", standby);
        assertThat(refused.code()).as(command).isEqualTo(3);
        assertThat(refused.err())
            .as(command)
            .contains("it is a standby in recovery; give the URL of the primary");
      }
      Result stamp = project.run("stamp", "base", "--url", standby);
      assertThat(stamp.err()).contains("give the URL of the primary");
      assertThat(project.run("upgrade", "--url", primary.url()).code()).isZero();
      matches(project.run("check", "--url", standby));
    }
  }
}
