package dev.autogen.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.autogen.testing.TestCompiler;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Projects that inherit the tests: what passes, and what a failure says. */
class MigrationTestsTest {

  /** A project's tests; the directory is set by each test here. */
  static class Inherited implements MigrationTests {
    static Path project = Path.of("");
    static @Nullable String journal;
    static Set<String> unproven = Set.of();

    @Override
    public Path projectDirectory() {
      return project;
    }

    @Override
    public List<Path> entityClasspath() {
      List<Path> entries = new ArrayList<>(MigrationTests.super.entityClasspath());
      entries.add(0, project.resolve("classes"));
      return entries;
    }

    @Override
    public @Nullable String journalUrl() {
      return journal;
    }

    @Override
    public Set<String> unprovenRevisions() {
      return unproven;
    }
  }

  @TempDir Path directory;

  @BeforeEach
  void startsAProject() throws IOException {
    Inherited.project = directory;
    Inherited.journal = null;
    Inherited.unproven = Set.of();
    Files.writeString(directory.resolve("autogen.toml"), "");
    migration(
        "aaa1",
        "",
        "op.createTable(\"product\", column(\"id\", bigint()).notNull(), primaryKey(\"id\"));",
        "op.dropTable(\"product\");");
    migration(
        "aaa2",
        "aaa1",
        "op.addColumn(\"product\", column(\"name\", varchar(255)));",
        "op.dropColumn(\"product\", \"name\");");
    entity("");
  }

  private void migration(String id, String revises, String up, String down) throws IOException {
    Path file = directory.resolve("src/main/java/db/migrations/M_" + id + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package db.migrations;
        import static dev.autogen.migration.Definitions.*;
        import dev.autogen.migration.*;
        /** change */
        @Revision(id = "%s", revises = {%s}, created = "2026-11-26T20:00:00Z")
        public final class M_%1$s implements Migration {
          @Override public void upgrade(Operations op) { %3$s }
          @Override public void downgrade(Operations op) { %4$s }
        }
        """
            .formatted(id, revises.isEmpty() ? "" : "\"" + revises + "\"", up, down));
  }

  private void entity(String more) throws IOException {
    Path source = directory.resolve("Product.java");
    Files.writeString(
        source,
        "package shop; import jakarta.persistence.*; @Entity public class Product { @Id Long id;"
            + " String name; "
            + more
            + " }");
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    TestCompiler.compile(directory.resolve("classes"), classPath, List.of(source));
  }

  /** The tests by name, each with the message of its failure, or a word. */
  private static Map<String, String> run() {
    Map<String, String> results = new TreeMap<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Inherited.class))
        .execute()
        .testEvents()
        .finished()
        .stream()
        .forEach(
            event -> {
              TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
              results.put(
                  event.getTestDescriptor().getDisplayName().replace("()", ""),
                  result.getThrowable().map(e -> String.valueOf(e.getMessage())).orElse("passes"));
            });
    return results;
  }

  @Test
  void aProjectInOrderPasses() {
    assertThat(run())
        .containsEntry("aaa1 change", "passes")
        .containsEntry("aaa2 change", "passes")
        .containsEntry("entitiesMatchTheMigrations", "passes")
        .containsEntry("everyBranchHasOneHead", "passes")
        .hasEntrySatisfying(
            "noAppliedRevisionWasEdited", why -> assertThat(why).contains("journalUrl()"))
        .hasSize(5);
  }

  @Test
  void aModelThatHasDriftedNamesWhatIsMissing() throws IOException {
    entity("String code;");

    assertThat(run().get("entitiesMatchTheMigrations"))
        .contains("  add column product.code varchar(255)", "Run 'autogen revision -m MESSAGE'");
  }

  @Test
  void twoHeadsNameTheMerge() throws IOException {
    migration("bbb2", "aaa1", "", "");

    assertThat(run().get("everyBranchHasOneHead")).contains("aaa2", "bbb2", "autogen merge");
  }

  @Test
  void aDowngradeThatDoesNotUndoNamesWhatIsLeft() throws IOException {
    migration("aaa3", "aaa2", "op.execute(\"create table log (id int)\");", "");

    assertThat(run())
        .hasEntrySatisfying(
            "aaa3 change",
            message ->
                assertThat(message)
                    .contains("The revision aaa3 (change) does not hold:", "table log")
                    .contains("Run 'autogen prove aaa3'"))
        .containsEntry("aaa2 change", "passes");
    Inherited.unproven = Set.of("aaa3");
    assertThat(run()).doesNotContainKey("aaa3 change");
  }

  @Test
  void aMigrationThatWasEditedAfterItWasAppliedIsNamed() throws IOException {
    try (TestDatabase database = TestDatabase.create()) {
      Inherited.journal = database.url();
      try (var project = TestedProject.open(new Inherited(), database.url())) {
        project.runner().upgrade("heads");
      }
      assertThat(run()).containsEntry("noAppliedRevisionWasEdited", "passes");

      migration("aaa2", "aaa1", "op.addColumn(\"product\", column(\"name\", text()));", "");

      assertThat(run().get("noAppliedRevisionWasEdited")).contains("M_aaa2", "edit");
    }
  }
}
