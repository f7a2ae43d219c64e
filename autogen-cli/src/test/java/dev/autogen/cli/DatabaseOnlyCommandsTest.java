package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOnlyCommandsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void prepare() {
    project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    project.run("revision", "--no-prove", "-m", "create users");
    project.run("upgrade");
    database.execute(
        """
        create view mails as select email from users;
        create function touch() returns trigger language plpgsql as
          $$ begin new.email := lower(new.email); return new; end $$;
        create trigger touched before insert on users for each row execute function touch();
        """);
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void what_no_entity_can_name_is_kept_and_listed() {
    assertThat(project.run("check").all()).isEqualTo("The database matches the entities.\n");
    assertThat(project.run("check", "-v").err())
        .contains("view mails (")
        .contains("kept: trigger users.touched (JPA cannot say it)")
        .contains("kept: function touch (JPA cannot say it)");
  }

  @Test
  void what_is_to_go_goes_by_a_migration_that_is_proven() throws IOException {
    Path config = directory.resolve("autogen.toml");
    Files.writeString(
        config, Files.readString(config) + "[diff]\ndatabase-only = [\"view\", \"trigger\"]\n");

    Result revision = project.run("revision", "-m", "drop the rest");

    assertThat(revision.out())
        .contains("// Drops the trigger; the downgrade creates it again.")
        .contains("// Drops the view; the downgrade creates it again.")
        .contains("drop view mails")
        .contains("Proven on");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").out()).isEqualTo("The database matches the entities.\n");
    assertThat(project.run("downgrade").code()).isZero();
    database.execute("insert into users (email) values ('ANN')");
    assertThat(database.queryValue("select email from mails")).isEqualTo("ann");
  }

  @Test
  void a_view_over_a_column_that_changes_is_dropped_before_and_created_again() {
    database.execute(
        "create view all_mails with (security_barrier = true) as select email from mails",
        "grant select on all_mails to public",
        "comment on view mails is 'of users'");
    project.compile(TestProject.USER.replace("length = 100", "length = 200"));

    Result revision = project.run("revision", "-m", "longer mail");

    assertThat(revision.err()).doesNotContain("all_mails");
    assertThat(revision.out())
        .contains(
            """
                // In the way of what follows, and created again below.
                op.execute("drop view all_mails");
                op.execute("drop view mails");
            """)
        .contains("comment on view mails is 'of users'")
        .contains("grant select on all_mails to public")
        .contains("Proven on");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").out()).isEqualTo("The database matches the entities.\n");
    assertThat(definition("all_mails")).isEqualTo("{security_barrier=true} character varying(200)");
    assertThat(project.run("downgrade").code()).isZero();
    assertThat(definition("all_mails")).isEqualTo("{security_barrier=true} character varying(100)");
  }

  private String definition(String view) {
    return database.queryValue(
        "select c.reloptions::text || ' ' || format_type(a.atttypid, a.atttypmod) from pg_class c"
            + " join pg_attribute a on a.attrelid = c.oid where c.relname = '"
            + view
            + "'");
  }

  @Test
  void a_view_over_a_column_that_goes_is_named() {
    project.compile(TestProject.USER.replace("String email;", "String mail;"));

    assertThat(project.run("diff").err())
        .contains("The view mails uses users.email, so that the database refuses to drop column")
        .contains("create view mails as");
  }

  @Test
  void a_table_that_is_dropped_comes_back_with_all_that_hung_on_it() {
    database.execute(
        """
        create table events (id bigint not null, at date not null, body text, primary key (id, at))
          partition by range (at);
        create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01')
          with (fillfactor = 60);
        create unlogged table notes (id bigint primary key, body text) with (fillfactor = 70);
        alter table notes alter column body set storage external;
        create trigger touched before insert on notes for each row execute function touch();
        grant select on notes to public;
        """);

    Result revision = project.run("revision", "-m", "drop what nobody knows");

    assertThat(revision.out())
        .contains("partitionBy(\"range (at)\")")
        .contains("unlogged()")
        .contains("parameters(\"fillfactor=70\")")
        .contains("op.execute(\"grant select on notes to public\");")
        .contains("Proven on");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("downgrade").code()).isZero();
    assertThat(
            database.queryValue(
                "select string_agg(concat(c.relname, c.relpersistence, c.relkind,"
                    + " c.reloptions::text), ' ' order by c.relname) from pg_class c"
                    + " where c.relname in ('events', 'events_1', 'notes')"))
        .isEqualTo("eventspp events_1pr{fillfactor=60} notesur{fillfactor=70}");
  }
}
