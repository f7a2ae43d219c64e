package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code squash}: one revision in place of several, on real databases. */
class SquashCommandTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase shadow = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
    shadow.close();
  }

  /** Two tables that are built up in three steps, rows, and a table beside them. */
  private TestProject project() {
    TestProject project = TestProject.at(directory, database.url());
    project.write(
        "autogen.toml",
        "[database]\nurl = \"%s\"\n[shadow]\nurl = \"%s\"\n"
            .formatted(database.url(), shadow.url()));
    migration(
        project,
        "a1",
        "",
        "op.createTable(\"users\", column(\"id\", bigint()).notNull(), column(\"mail\", text()),"
            + " primaryKey(\"id\"));",
        "op.dropTable(\"users\");");
    migration(
        project,
        "b2",
        "a1",
        "op.renameColumn(\"users\", \"mail\", \"email\");"
            + " op.createIndex(\"users\", index(\"users_email\", \"email\"));",
        "op.dropIndex(\"users\", \"users_email\");"
            + " op.renameColumn(\"users\", \"email\", \"mail\");");
    migration(
        project,
        "c3",
        "b2",
        "op.execute(\"insert into users values (1, 'a'), (2, 'b')\");",
        "op.execute(\"delete from users\");");
    migration(
        project,
        "d4",
        "c3",
        "op.addColumn(\"users\", column(\"name\", text()).notNull().serverDefault(\"'x'\"));",
        "op.dropColumn(\"users\", \"name\");");
    migration(
        project,
        "e5",
        "d4",
        "op.createTable(\"trips\", column(\"id\", bigint()).notNull(), primaryKey(\"id\"));",
        "op.dropTable(\"trips\");");
    return project;
  }

  private static void migration(
      TestProject project, String id, String revises, String upgrade, String downgrade) {
    project.migration(id, revises, upgrade);
    project.write(
        "src/main/java/db/migrations/M_" + id + ".java",
        """
        package db.migrations;
        import static dev.autogen.migration.Definitions.*;
        import dev.autogen.migration.*;
        /** step %1$s */
        @Revision(id = "%1$s"%2$s)
        public final class M_%1$s implements Migration {
          @Override public void upgrade(Operations op) { %3$s }
          @Override public void downgrade(Operations op) { %4$s }
        }
        """
            .formatted(
                id,
                revises.isEmpty() ? "" : ", revises = \"" + revises + "\"",
                upgrade,
                downgrade));
  }

  private List<String> users() {
    return database.query("select id || email || name from users order by id").stream()
        .map(row -> row.get(0))
        .toList();
  }

  @Test
  void merges_what_makes_new_tables_and_keeps_what_touches_rows() {
    TestProject project = project();

    Result squash = project.run("squash", "a1:e5", "--rev-id", "s9");

    assertThat(squash.code()).as(squash.all()).isZero();
    assertThat(squash.out())
        .contains("a1, step a1: merged", "b2, step b2: merged")
        .contains("c3, step c3: kept as it was written, because it runs SQL of its own")
        .contains("d4, step d4: kept as it was written, because it changes the table users")
        .contains("replaces = {\"a1\", \"b2\", \"c3\", \"d4\", \"e5\"}")
        .contains("op.createTable(", "column(\"email\", text())", "new M_c3().upgrade(op);")
        .contains("Proven on PostgreSQL", "squash --discard s9")
        .doesNotContain("column(\"mail\", text())");
    assertThat(project.run("upgrade").out()).contains("upgrade base -> s9, squash a1 to e5");
    assertThat(users()).containsExactly("1ax", "2bx");
    assertThat(project.run("status").out())
        .contains("s9 (current)  applied")
        .doesNotContain("step a1");
    assertThat(project.run("prove", "s9").code()).isZero();
    assertThat(project.run("downgrade", "base").code()).isZero();
    assertThat(database.query("select 1 from pg_class where relname in ('users', 'trips')"))
        .isEmpty();
  }

  @Test
  void a_line_of_new_tables_becomes_their_creation() {
    TestProject project = project();

    Result squash = project.run("squash", ":b2", "-m", "users", "--format", "json", "--no-prove");

    assertThat(squash.out()).contains("\"replaces\":[", "\"kept\":[]", "\"proof\":null");
    assertThat(project.run("show", "head").out()).contains("step e5");
    assertThat(project.run("history").out()).contains("squash of 2), users");
    assertThat(project.run("history", "-r", "a1:b2").out()).contains("step a1", "step b2");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(users()).containsExactly("1ax", "2bx");
  }

  @Test
  void old_files_go_when_the_database_is_past_them() {
    TestProject project = project();
    project.run("upgrade", "b2");
    project.run("squash", "a1:c3", "--rev-id", "s9", "--no-prove");

    Result early = project.run("squash", "--discard", "s9");
    assertThat(early.code()).isEqualTo(3);
    assertThat(early.err()).contains("at revision b2 and still needs the files", "upgrade");
    assertThat(project.run("squash", "--discard", "d4").err()).contains("replaces no others");

    assertThat(project.run("upgrade", "c3").code()).isZero();
    assertThat(project.run("current").out()).contains("s9 (squash of 3), which the database has");
    Result discard = project.run("squash", "--discard", "s9");

    assertThat(discard.out().lines()).hasSize(3);
    assertThat(project.migrations()).hasSize(3);
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("status").out()).doesNotContain("missing", "pending");
    assertThat(users()).containsExactly("1ax", "2bx");
  }

  @Test
  void refuses_what_is_no_line() {
    TestProject project = project();
    migration(project, "x9", "b2", "", "");

    assertThat(project.run("squash", "a1:c3").err())
        .contains("The range is not one line: revision x9 needs b2 too", "autogen branches");
    assertThat(project.run("squash", "b2:b2").err()).contains("has revision b2 alone");
    assertThat(project.run("squash", "c3:e5", "--no-prove").code()).isZero();
    assertThat(project.run("squash", "d4:e5", "--no-prove").err()).contains("is replaced by");
    assertThat(project.migrations()).hasSize(7);
  }
}
