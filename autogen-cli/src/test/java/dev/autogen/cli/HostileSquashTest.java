package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that ends the comment in which a squash quotes it, and goes on as code. */
@Tag("attack")
class HostileSquashTest {

  private static final String PROPERTY = "autogen.test.squashed";
  private static final String CODE =
      "&#92;u002a/ static { System.setProperty(\"" + PROPERTY + "\", \"x\"); } /&#42;";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
    System.clearProperty(PROPERTY);
  }

  @Test
  void a_message_stays_within_its_comment() throws Exception {
    TestProject project =
        TestProject.at(directory, database.url())
            .migration("a1", "", "op.createTable(\"a\", " + column() + ");")
            .migration("b2", "a1", "op.execute(\"insert into a values (1)\");")
            .migration("c3", "b2", "op.createTable(\"c\", " + column() + ");");
    Path file = directory.resolve("src/main/java/db/migrations/M_b2.java");
    Files.writeString(file, Files.readString(file).replace("step b2", CODE));

    Result squash = project.run("squash", "a1:c3", "--no-prove");
    assertThat(squash.code()).as(squash.all()).isZero();
    assertThat(squash.out()).contains("&#92;u002a/ static {");
    Result upgrade = project.run("upgrade");

    assertThat(upgrade.code()).as(upgrade.all()).isZero();
    assertThat(System.getProperty(PROPERTY)).isNull();
  }

  private static String column() {
    return "dev.autogen.migration.Definitions.column(\"id\","
        + " dev.autogen.migration.Definitions.bigint())";
  }
}
