package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was in a database before autogen is not undone by the way. */
class AdoptedDatabaseTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void fill() {
    database.execute(
        "create table customers (id int primary key)", "insert into customers values (1)");
    project = TestProject.at(directory, database.url());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private void migration(String id, String revises, String upgrade, String downgrade) {
    project.write(
        "src/main/java/db/migrations/M_" + id + ".java",
        """
        package db.migrations;
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

  private void refused(String... arguments) {
    Result refused = project.run(arguments);
    assertThat(refused.code()).as(refused.all()).isNotZero();
    assertThat(refused.err()).contains("was noted by 'stamp' and never ran", "customers", "--yes");
    assertThat(database.queryValue("select count(*) from customers")).isEqualTo("1");
  }

  private String initialized() {
    Result init = project.run("init", "--from-database", "--format", "json");
    assertThat(init.code()).as(init.all()).isZero();
    return project.run("heads").out().strip().split(" ")[0];
  }

  @Test
  void a_downgrade_stops_above_the_baseline_until_it_is_named() {
    String id = initialized();
    migration("b2", id, "op.execute(\"create table b ()\");", "op.dropTable(\"b\");");
    assertThat(project.run("upgrade").code()).isZero();

    for (String line :
        List.of(
            "downgrade base",
            "downgrade base --yes",
            "downgrade -2 --yes",
            "downgrade base --yes --undo-baseline=b2",
            "downgrade base --undo-baseline=" + id,
            "downgrade base --yes --format json",
            "downgrade base --yes --all-schemas public")) {
      List<String> words = new java.util.ArrayList<>(List.of(line.split(" ")));
      words.replaceAll(word -> word.equals("public") ? "select 'public'" : word);
      Result refused = project.run(words.toArray(String[]::new));
      assertThat(refused.code()).as(line + "\n" + refused.all()).isNotZero();
      assertThat(refused.all()).as(line).contains("--yes");
      assertThat(database.queryValue("select count(*) from customers, (select from b) b"))
          .isEqualTo("0");
    }
    assertThat(project.run("downgrade", "base").err())
        .contains(
            "Revision " + id + " (baseline) is a baseline",
            "Nothing was done. 'autogen downgrade " + id + "' undoes what is above it.",
            "--yes --undo-baseline=" + id);
    assertThat(project.run("downgrade", id).code()).isZero();
    assertThat(project.run("downgrade", "--yes").code()).isEqualTo(2);
    assertThat(project.run("downgrade", "--dry-run").out()).contains("drop table customers");

    Result down = project.run("downgrade", "--yes", "--undo-baseline", id);

    assertThat(down.code()).as(down.all()).isZero();
    assertThat(database.query("select 1 where to_regclass('customers') is null")).hasSize(1);
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("downgrade", "base").code()).isEqualTo(2);
  }

  @Test
  void a_squash_of_a_baseline_is_a_baseline() {
    String id = initialized();
    migration("b2", id, "op.execute(\"create table b ()\");", "op.dropTable(\"b\");");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("squash", id + ":b2", "-m", "both", "--no-prove").code()).isZero();

    assertThat(project.run("history", "-v").out()).contains("Baseline: makes what was in");
    assertThat(project.run("downgrade", "base", "--yes").err()).contains("is a baseline");
  }

  @Test
  void all_schemas_go_down_where_the_baseline_is_named() {
    String id = initialized();

    Result down =
        project.run(
            "downgrade", "--yes", "--undo-baseline", id, "--all-schemas", "select 'public'");

    assertThat(down.code()).as(down.all()).isZero();
  }

  @Test
  void what_ran_above_it_is_undone_as_ever() {
    migration(
        "a1", "", "op.execute(\"create table customers ()\");", "op.dropTable(\"customers\");");
    assertThat(project.run("stamp", "head").code()).isZero();
    migration("b2", "a1", "op.execute(\"create table b ()\");", "op.dropTable(\"b\");");
    assertThat(project.run("upgrade").code()).isZero();

    refused("downgrade", "base");
    assertThat(database.query("select 1 from b")).isEmpty();
    assertThat(project.run("downgrade").code()).isZero();
    refused("downgrade");
  }

  @Test
  void revisions_below_the_one_that_was_noted_count_too() {
    migration("a1", "", "", "op.execute(\"-- all of it\\ndrop table customers\");");
    migration("b2", "a1", "", "op.execute(\"create index on customers (id)\");");
    assertThat(project.run("stamp", "head").code()).isZero();

    assertThat(project.run("downgrade").code()).isZero();
    refused("downgrade");
  }

  @Test
  void a_squash_of_what_was_noted_counts_too() {
    migration(
        "a1",
        "",
        "op.createTable(\"customers\", Definitions.column(\"id\", Definitions.integer()));",
        "op.dropTable(\"customers\");");
    migration("b2", "a1", "", "");
    assertThat(project.run("stamp", "head").code()).isZero();
    assertThat(project.run("squash", "a1:b2", "-m", "both", "--no-prove").code()).isZero();

    refused("downgrade", "base");
  }

  @Test
  void a_baseline_without_operations_has_nothing_to_lose() {
    migration("a1", "", "", "");
    assertThat(project.run("stamp", "head").code()).isZero();

    assertThat(project.run("downgrade").code()).isZero();
    assertThat(database.queryValue("select count(*) from customers")).isEqualTo("1");
  }

  @Test
  void a_revision_that_ran_and_was_noted_again_is_one_that_ran() {
    migration("a1", "", "op.execute(\"create table t ()\");", "op.dropTable(\"t\");");
    for (List<String> command : List.of(List.of("upgrade"), List.of("stamp", "head"))) {
      assertThat(project.run(command.toArray(String[]::new)).code()).isZero();
    }

    assertThat(project.run("downgrade").code()).isZero();
  }
}
