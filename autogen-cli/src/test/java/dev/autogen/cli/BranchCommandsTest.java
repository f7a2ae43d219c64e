package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that begin branches, join them, and change their revisions. */
class BranchCommandsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private TestProject project() {
    return TestProject.at(directory, database.url());
  }

  private static Result empty(TestProject project, String id, String... options) {
    String[] arguments = new String[options.length + 6];
    System.arraycopy(
        new String[] {"revision", "--empty", "-m", "step " + id, "--rev-id", id},
        0,
        arguments,
        0,
        6);
    System.arraycopy(options, 0, arguments, 6, options.length);
    return project.run(arguments);
  }

  @Test
  void branches_begin_and_are_merged() {
    TestProject project = project();
    empty(project, "aaa1");
    empty(project, "bbb2");
    assertThat(empty(project, "ccc3", "--head", "aaa1").code()).isEqualTo(2);
    assertThat(empty(project, "ccc3", "--head", "aaa1").err())
        .contains("Revision aaa1 is not a head revision", "--splice");
    Result spliced = empty(project, "ccc3", "--head", "aaa1", "--splice", "--branch-label", "shop");
    assertThat(spliced.out()).contains("branchLabels = \"shop\"", "revises = \"aaa1\"");

    assertThat(empty(project, "ddd4").code()).isEqualTo(2);
    assertThat(empty(project, "ddd4").err())
        .contains("Multiple head revisions are present", "autogen merge heads");
    assertThat(empty(project, "ddd4", "--head", "shop@head").out()).contains("revises = \"ccc3\"");
    assertThat(project.run("merge", "bbb2").err()).contains("nothing to merge", "autogen heads");
    assertThat(project.run("merge", "ddd4", "ccc3", "--splice").err()).contains("on one branch");
    assertThat(project.run("merge", "bbb2", "ccc3").err()).contains("is not a head revision");

    Result merge = project.run("merge", "heads", "-m", "both", "--rev-id", "eee5", "--no-prove");

    assertThat(merge.code()).as(merge.err()).isZero();
    assertThat(merge.out()).contains("revises = {\"bbb2\", \"ddd4\"}", "Wrote ");
    assertThat(project.run("heads").out()).contains("eee5 (").contains("head, mergepoint)");
    assertThat(project.run("history").out()).contains("both");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("eee5");
    assertThat(project.run("downgrade", "base").code()).isZero();
  }

  @Test
  void a_merge_says_what_it_merges_and_may_join_what_is_no_head() {
    TestProject project = project();
    empty(project, "aaa1");
    empty(project, "bbb2");
    empty(project, "ccc3", "--head=aaa1", "--splice");
    empty(project, "ddd4", "--head=ccc3");

    Result merge =
        project.run(
            "merge",
            "bbb2",
            "ccc3",
            "--splice",
            "--branch-label=joined",
            "--format=json",
            "--no-prove");

    assertThat(merge.out()).contains("\"revises\":[", "\"bbb2\"", "\"ccc3\"", "\"operations\":[]");
    assertThat(project.run("show", "joined").out()).contains("merge bbb2 and ccc3");
    assertThat(project.run("heads").out().lines()).hasSize(2);
  }

  @Test
  void a_history_of_its_own_may_depend_on_another() {
    TestProject project = project();
    empty(project, "aaa1", "--branch-label", "shop");
    empty(project, "bbb2");
    assertThat(empty(project, "xxx1", "--head", "base", "--branch-label", "shop").err())
        .contains("Branch name 'shop' is already used by revision aaa1");
    assertThat(empty(project, "xxx1", "--head", "base", "--branch-label", "a@b").code())
        .isEqualTo(2);
    assertThat(empty(project, "xxx1", "--head", "base", "--depends-on", "nope").err())
        .contains("Can't locate revision identified by 'nope'");

    Result written =
        empty(project, "xxx1", "--head=base", "--depends-on=bb", "--depends-on", "shop");

    assertThat(written.out())
        .contains("dependsOn = {\"bbb2\", \"shop\"}")
        .doesNotContain("revises");
    assertThat(project.run("heads").out().lines()).hasSize(2);
    assertThat(project.run("heads", "--resolve-dependencies").out()).isEqualTo("xxx1 (head)\n");
    assertThat(project.run("upgrade", "xxx1").code()).isZero();
    assertThat(project.run("status").out()).doesNotContain("pending");
  }

  @Test
  void changes_of_entities_follow_the_branch_that_is_named() {
    TestProject project = project().compile(TestProject.USER);
    empty(project, "aaa1");
    empty(project, "bbb2", "--branch-label", "users");
    empty(project, "ccc3", "--head", "aaa1", "--splice");
    assertThat(project.run("upgrade", "heads").out())
        .contains("upgrade aaa1 -> bbb2, step bbb2", "upgrade aaa1 -> ccc3, step ccc3");

    Result written =
        project.run("revision", "-m", "create users", "--head", "users@head", "--rev-id", "ddd4");

    assertThat(written.code()).as(written.all()).isZero();
    assertThat(written.out()).contains("revises = \"bbb2\"", "Proven on ");
    assertThat(project.run("upgrade", "heads").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void a_merge_is_proven_like_any_revision() {
    TestProject project = project();
    project.migration("aaa1", "", "");
    project.migration("bbb2", "aaa1", "");
    project.migration("ccc3", "aaa1", "");
    project.run("merge", "heads", "--rev-id", "ddd4", "--no-prove");

    Result proof = project.run("prove", "ddd4");

    assertThat(proof.code()).as(proof.all()).isZero();
  }

  @Test
  void the_editor_opens_the_file_of_a_revision() throws Exception {
    TestProject project = project();
    project.migration("aaa1", "", "");
    assertThat(project.run("edit", "aaa1").err()).contains("No editor is set", "EDITOR");
    project.with("EDITOR", "false");
    assertThat(project.run("edit", "aaa1").code()).isEqualTo(3);
    project.with("VISUAL", "sed -i -e 's/step aaa1/by an editor/'");

    Result edit = project.run("edit", "aa");

    assertThat(edit.code()).as(edit.err()).isZero();
    assertThat(Files.readString(project.migrations().get(0))).contains("by an editor");
    assertThat(project.run("edit", "base").err()).contains("No revision files indicated");
    assertThat(project.run("edit", "zzz").code()).isEqualTo(2);
  }
}
