package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches artifacts with the Maven of a project, and so with its settings, mirrors and proxies:
 * from the local repository if they are there, otherwise by the network.
 *
 * @param directory the project's directory, with or without a {@code pom.xml}
 * @param progress is told when the network is asked
 * @param detail is told which Maven is asked
 * @param passwords the passwords of the project's databases, which Maven must not see
 */
public record MavenArtifacts(
    Path directory, Consumer<String> progress, Consumer<String> detail, Set<String> passwords) {
  public MavenArtifacts {
    passwords = Set.copyOf(passwords);
  }

  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  /**
   * Copies a jar.
   *
   * @param coordinates group, artifact and version, with colons between
   * @param target an empty directory
   * @return its path
   * @throws AutogenException if Maven is not there, or does not find the artifact; the message is
   *     the reason alone
   */
  public Path fetch(String coordinates, Path target) {
    List<String> command = new ArrayList<>(maven());
    command.addAll(
        List.of(
            "-B",
            "-q",
            "-N",
            "-Dstyle.color=never",
            GOAL,
            "-Dartifact=" + coordinates,
            "-DoutputDirectory=" + target));
    List<String> offline = new ArrayList<>(command);
    offline.add("-o");
    try {
      detail.accept("looking for " + coordinates + ": " + String.join(" ", offline));
      String failure = MavenProcess.run(directory, offline, passwords).failure();
      if (!failure.isEmpty()) {
        progress.accept("fetching " + coordinates + " with Maven (once)");
        detail.accept(String.join(" ", command));
        failure = MavenProcess.run(directory, command, passwords).failure();
      }
      if (!failure.isEmpty()) {
        String reason =
            failure.lines().findFirst().orElse("").replaceFirst("^Failed to .* project \\S+: ", "");
        throw AutogenException.failed(reason, null);
      }
      try (Stream<Path> files = Files.list(target)) {
        return files
            .filter(file -> file.toString().endsWith(".jar"))
            .findFirst()
            .orElseThrow(() -> AutogenException.failed("Maven copied nothing", null));
      }
    } catch (IOException e) {
      throw AutogenException.failed(
          "'" + command.get(0) + "' cannot be started (" + e.getMessage() + ")", e);
    }
  }

  private List<String> maven() {
    return Files.isRegularFile(directory.resolve("pom.xml"))
        ? MavenProject.in(directory).command()
        : new MavenProject(directory, directory).command();
  }
}
