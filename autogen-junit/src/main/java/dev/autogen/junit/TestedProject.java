package dev.autogen.junit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.autogen.Project;
import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.config.ConfigRequest;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.workspace.ProjectListener;
import dev.autogen.workspace.ProjectSurroundings;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the project of a test and judges its revisions. */
final class TestedProject {

  private TestedProject() {}

  /**
   * Opens the project.
   *
   * @param url a database, or null for a throwaway one with the committed migrations
   * @throws AutogenException if its settings cannot be read
   */
  static Project open(MigrationTests test, @Nullable String url) {
    List<String> classPath = test.entityClasspath().stream().map(Path::toString).toList();
    Config read =
        ConfigReader.read(
            new ConfigRequest(test.projectDirectory(), null, url, classPath, System.getenv()));
    return Project.open(
        url == null ? read.provingHistory() : read,
        new ProjectSurroundings(List.of(), format -> List.of(), null, ProjectListener.SILENT));
  }

  /** The class path of the process without the place of a class. */
  static List<Path> classPathWithout(Class<?> test) {
    List<Path> entries =
        new ArrayList<>(
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList());
    CodeSource source = test.getProtectionDomain().getCodeSource();
    if (source != null) {
      try {
        entries.remove(Path.of(source.getLocation().toURI()).toAbsolutePath());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return entries;
  }

  /** Fails where a revision does not do up, down and up again what it should. */
  static void prove(Project project, RevisionScript revision) {
    Proof.Result result = project.prove(revision.id(), true).get(revision);
    if (result == null || result.holdsWithRows()) {
      return;
    }
    if (!result.isTried()) {
      abort(
          "The revision "
              + revision.id()
              + " was not tried: "
              + String.join("; ", result.reservations()));
    }
    List<String> lines = new ArrayList<>(result.failures());
    lines.addAll(result.rows().lines());
    lines.addAll(result.reservations());
    fail(
        "The revision "
            + revision.id()
            + " ("
            + revision.message()
            + ") does not hold:\n  "
            + String.join("\n", lines).replace("\n", "\n  ")
            + "\nRun 'autogen prove "
            + revision.id()
            + "' to try it again.");
  }
}
