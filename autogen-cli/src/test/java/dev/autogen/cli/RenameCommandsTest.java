package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.diff.Rename;
import dev.autogen.diff.RenameCandidate;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.DropColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameCommandsTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private TestProject withUsers() {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    project.run("revision", "--no-prove", "-m", "create users");
    project.run("upgrade");
    database.execute("insert into users (email) values ('ann@example.com')");
    return project;
  }

  @Test
  void a_rename_that_nobody_answers_for_is_ready_in_the_file() {
    TestProject project = withUsers();
    project.compile(TestProject.USER.replace("String email", "String mail"));

    Result revision = project.run("revision", "--no-prove", "-m", "change mail");

    assertThat(revision.err())
        .contains("users.email is dropped and mail added", "--rename users.email=mail");
    assertThat(revision.out())
        .contains("// op.renameColumn(\"users\", \"email\", \"mail\");")
        .contains("// op.renameColumn(\"users\", \"mail\", \"email\");")
        .contains("op.dropColumn(\"users\", \"email\");");
  }

  @Test
  void a_column_that_is_made_anew_is_no_rename_of_itself() {
    TestProject project = TestProject.at(directory, database.url());
    String entity =
        """
        package com.acme;
        import jakarta.persistence.*;
        @Entity public class Person { @Id Long id; String name;
          @org.hibernate.annotations.GeneratedColumn("lower(name)") String sorted; }
        """;
    project.compile(entity);
    project.run("revision", "--no-prove", "-m", "create");
    project.run("upgrade");
    project.compile(entity.replace("lower(name)", "upper(name)"));

    Result revision = project.run("revision", "--no-prove", "-m", "sort by upper case");

    assertThat(revision.err()).doesNotContain("--rename");
    assertThat(revision.out())
        .contains("op.dropColumn(\"person\", \"sorted\");", "op.addColumn(")
        .doesNotContain("renameColumn");
  }

  @Test
  void a_former_name_is_enough_and_changes_nothing_afterwards() {
    TestProject project = withUsers();
    String annotated =
        TestProject.USER
            .replace("String email", "@dev.autogen.migration.FormerName(\"email\") String mail")
            .replace(
                "@Entity @Table(name = \"users\")",
                "@Entity @dev.autogen.migration.FormerName(\"users\") @Table(name = \"people\")");
    project.compile(annotated);

    Result revision = project.run("revision", "-m", "rename");

    assertThat(revision.out())
        .contains("rename table users to people\n", "rename column people.email to mail\n")
        .contains("Proven on")
        .doesNotContain("drop");
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(database.queryValue("select mail from people")).isEqualTo("ann@example.com");
    assertThat(project.run("check").out()).isEqualTo("The database matches the entities.\n");
    assertThat(project.run("downgrade").code()).isZero();
    assertThat(database.queryValue("select email from users")).isEqualTo("ann@example.com");
  }

  @Test
  void two_columns_change_places_once() {
    TestProject project = TestProject.at(directory, database.url());
    String entity =
        """
        package com.acme;
        import jakarta.persistence.*;
        @Entity public class Pair { @Id Long id; String a; String b; }
        """;
    project.compile(entity);
    project.run("revision", "--no-prove", "-m", "create");
    project.run("upgrade");
    database.execute("insert into pair values (1, 'x', 'y')");

    Result revision =
        project.run("revision", "-m", "swap", "--rename", "pair.a=b", "--rename", "pair.b=a");

    assertThat(revision.out()).contains("rename column pair.a to", "Proven on");
    project.run("upgrade");
    assertThat(database.queryValue("select a || b from pair")).isEqualTo("yx");
  }

  @Test
  void a_rename_of_nothing_is_told() {
    TestProject project = withUsers();

    assertThat(project.run("check", "--rename", "users.email=mial").err())
        .contains("\"users.email=mial\"", "the entities have no column users.mial");
    assertThat(project.run("check", "--rename", "table:poeple=users").err()).isEmpty();
    assertThat(project.run("check", "--rename", "users.mail=email").err()).isEmpty();
  }

  @Test
  void one_former_name_of_two_columns_is_neithers() {
    TestProject project = withUsers();
    String former = "@dev.autogen.migration.FormerName(\"email\") @Column(length = 100) String ";
    project.compile(
        TestProject.USER.replaceAll(
            "@Column\\(.*String email;", former + "work; " + former + "home;"));

    Result check = project.run("check");

    assertThat(check.err()).contains("\"email\" is the former name of", "home", "work");
    assertThat(check.out()).contains("drop column users.email").doesNotContain("rename");
  }

  @Test
  void the_question_has_the_likely_answer_in_capitals() {
    RenameQuestion likely = question(0.9);
    RenameQuestion unlikely = question(0.5);

    assertThat(likely.text())
        .isEqualTo(
            "<red:users.email> is dropped and <green:email_address> added. Was it renamed? [Y/n] ");
    assertThat(unlikely.text()).endsWith("[y/N] ");
    assertThat(likely.isYes("")).isTrue();
    assertThat(unlikely.isYes("")).isFalse();
    assertThat(unlikely.isYes(" Yes")).isTrue();
    assertThat(likely.isYes("n")).isFalse();
  }

  private static RenameQuestion question(double similarity) {
    QualifiedName users = QualifiedName.of("users");
    Column email = Column.of("email", SqlType.of("text"));
    RenameCandidate candidate =
        new RenameCandidate(
            Rename.column(users, "email", "email_address"),
            new DropColumn(users, email),
            new AddColumn(users, email.withName("email_address")),
            similarity);
    return RenameQuestion.about(candidate, (colour, text) -> "<" + colour + ":" + text + ">");
  }
}
