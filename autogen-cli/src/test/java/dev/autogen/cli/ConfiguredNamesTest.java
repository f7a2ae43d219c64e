package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in the configuration and on the command line that get into sources. */
@Tag("attack")
class ConfiguredNamesTest {

  @TempDir Path directory;

  private TestProject project(String settings) {
    return TestProject.at(directory, "postgresql://localhost:1/none")
        .append("autogen.toml", settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.class",
        "db; class X {}",
        "db;",
        "db..migrations",
        ".db",
        "db.",
        "1db",
        "db.2026",
        "db.migr\\u00e4t",
        "db.m\\u202Ex",
        "db.\\u200Bx",
        "db/migrations",
        "../../etc",
        "db\\nimport x",
        "db.true",
        "db._",
        " db",
        ""
      })
  void aPackageThatIsNoneIsRefusedAsTheFileIsRead(String name) {
    TestProject project = project("[migrations]\npackage = \"" + name + "\"\n");
    for (String command : new String[] {"history", "upgrade"}) {
      Result result = project.run(command);
      assertThat(result.code()).as(result.all()).isEqualTo(2);
      assertThat(result.err())
          .contains("migrations.package", "autogen.toml", "is no name for a Java package");
    }
    assertThat(directory.resolve("src")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"db.migrations", "com.acme.db_2026", "a", "Db.$x"})
  void aPackageThatIsOneIsTaken(String name) throws Exception {
    TestProject project = project("[migrations]\npackage = \"" + name + "\"\n");

    Result result = project.run("revision", "--empty", "-m", "x");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(result.out()).contains("package " + name + ";");
    assertThat(project.run("history").out()).contains("(head), x");
  }

  @Test
  void initTakesNoOtherPackageThanTheFile() {
    for (String name : new String[] {"db.class", "db;", "db.m\u202Ex", "1a", ""}) {
      Result result = new TestProject(directory).run("init", "--package", name);
      assertThat(result.code()).as(name).isEqualTo(2);
      assertThat(result.err()).contains("--package", "is no name for a Java package");
    }
    assertThat(directory.resolve("autogen.toml")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "a\"b", "a\\b", "a;b", "a*/b", "a\u202Eb", "a\nb", "a\u0007b", "head", ""})
  void labelsAndIdentifiersAreWords(String name) {
    TestProject project = project("");
    for (String option : new String[] {"--branch-label", "--rev-id"}) {
      Result result = project.run("revision", "--empty", "-m", "x", option + "=" + name);
      if (!(option.equals("--rev-id") && name.equals("head"))) {
        assertThat(result.code()).as(option + " " + name + result.out()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../{slug}", "class", "{slug}; class X", "{slug}\\n", "\\u202E{slug}", "1", "/x"})
  void aFileTemplateMakesANameOfAClass(String template) throws Exception {
    TestProject project = project("[migrations]\nfile-template = \"" + template + "\"\n");

    Result result = project.run("revision", "--empty", "-m", "class");

    assertThat(result.code()).as(result.all()).isZero();
    String name = project.migrations().get(0).getFileName().toString();
    assertThat(name).matches("[A-Za-z_][A-Za-z0-9_]*\\.java");
    assertThat(Files.readString(project.migrations().get(0)))
        .contains("public final class " + name.replace(".java", "") + " implements");
  }
}
