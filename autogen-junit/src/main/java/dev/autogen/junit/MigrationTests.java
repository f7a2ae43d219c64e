package dev.autogen.junit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.autogen.Project;
import dev.autogen.history.RevisionScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests that every project with migrations wants:
 *
 * <pre>{@code
 * class MigrationsTest implements MigrationTests {}
 * }</pre>
 *
 * <p>They need no database: the migrations run on a throwaway PostgreSQL of autogen's own, as
 * {@code autogen check --against history} and {@code autogen prove} do. One that a project does not
 * want is overridden by an empty method without annotation.
 */
public interface MigrationTests {

  /** The directory of the project, with {@code autogen.toml} if there is one. */
  default Path projectDirectory() {
    return Path.of("").toAbsolutePath();
  }

  /** The class path with the entities: that of the test without the test's own classes. */
  default List<Path> entityClasspath() {
    return TestedProject.classPathWithout(getClass());
  }

  /**
   * The JDBC URL of a database that has the committed migrations, whose journal tells which sources
   * were edited after they were applied; null where there is none.
   */
  default @Nullable String journalUrl() {
    return null;
  }

  /** The identifiers of revisions that are not proven, such as one that cannot be undone. */
  default Set<String> unprovenRevisions() {
    return Set.of();
  }

  /** No two branches wait for a merge. */
  @Test
  default void everyBranchHasOneHead() {
    try (Project project = TestedProject.open(this, null)) {
      project.requireMergedHeads();
    }
  }

  /** A database that the migrations make has what the entities say. */
  @Test
  default void entitiesMatchTheMigrations() {
    try (Project project = TestedProject.open(this, null)) {
      List<String> differences =
          project.compare().changes().stream()
              .map(change -> "  " + change.operation().summary())
              .toList();
      if (!differences.isEmpty()) {
        fail(
            "The entities and the migrations differ:\n"
                + String.join("\n", differences)
                + "\nRun 'autogen revision -m MESSAGE' to write the migration that is missing.");
      }
    }
  }

  /** Each revision goes up, down and up again, on tables with rows. */
  @TestFactory
  default Stream<DynamicTest> revisionsGoUpAndDownOnRows() {
    Project project = TestedProject.open(this, null);
    List<RevisionScript> revisions =
        project.range("base:heads").stream()
            .filter(revision -> !unprovenRevisions().contains(revision.id()))
            .toList();
    return revisions.stream()
        .map(
            revision ->
                DynamicTest.dynamicTest(
                    revision.id() + " " + revision.message(),
                    () -> TestedProject.prove(project, revision)))
        .onClose(project::close);
  }

  /** No source of a migration was edited after it was applied to the database of the journal. */
  @Test
  default void noAppliedRevisionWasEdited() {
    String url = journalUrl();
    Assumptions.assumeTrue(
        url != null, "no database tells which revisions were applied: override journalUrl()");
    try (Project project = TestedProject.open(this, url)) {
      String edited =
          project.runner().status().stream()
              .flatMap(status -> status.warnings().stream())
              .map(warning -> "  " + warning)
              .collect(Collectors.joining("\n"));
      if (!edited.isEmpty()) {
        fail("The database and the migrations do not belong together:\n" + edited);
      }
    }
  }
}
