package dev.autogen.model;

import dev.autogen.file.Folders;
import dev.autogen.schema.AutogenException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs {@code dependency:build-classpath}: offline first, then with the network. */
final class MavenRun {

  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";

  /**
   * The phase of a run: only from "compile" on are siblings represented by their target/classes.
   */
  private static final List<String> COMPILE =
      List.of("compile", "-Dmaven.main.skip", "-Dmaven.resources.skip");

  /** The same for siblings whose tests a module uses: it has to reach "test-compile". */
  private static final List<String> TEST_COMPILE =
      List.of("test-compile", "-Dmaven.main.skip", "-Dmaven.resources.skip", "-Dmaven.test.skip");

  private final MavenProject project;

  private final Set<String> passwords;

  MavenRun(MavenProject project, Set<String> passwords) {
    this.project = project;
    this.passwords = passwords;
  }

  /** The class path of each module that Maven looked at, by the directory of its classes. */
  Map<Path, List<Path>> outputs() {
    try {
      Path answers = Files.createTempDirectory("autogen-classpath");
      try {
        String failure = run(answers, COMPILE, true);
        if (!failure.isEmpty()) {
          failure = run(answers, COMPILE, false);
        }
        if (failure.contains(":tests:") || failure.contains(":test-jar:")) {
          failure = run(answers, TEST_COMPILE, false);
        }
        if (!failure.isEmpty()) {
          throw AutogenException.failed(
              "Maven cannot resolve the class path of "
                  + project.directory()
                  + ": "
                  + failure
                  + "\nRun 'mvn compile' there to see more, or name the class path under [model]"
                  + " classpath in autogen.toml.",
              null);
        }
        return read(answers);
      } finally {
        Folders.delete(answers);
      }
    } catch (IOException e) {
      throw AutogenException.failed(
          "Maven cannot be started in "
              + project.root()
              + ": "
              + e.getMessage()
              + ".\nInstall Maven, or name the class path under [model] classpath in autogen.toml.",
          e);
    }
  }

  /** The error that Maven reports, or an empty text. */
  private String run(Path answers, List<String> phase, boolean offline) throws IOException {
    return MavenProcess.run(project.root(), command(answers, phase, offline), passwords);
  }

  private List<String> command(Path answers, List<String> phase, boolean offline) {
    List<String> command = new ArrayList<>(project.command());
    command.addAll(List.of("-B", "-q", "-Dstyle.color=never"));
    if (offline) {
      command.add("-o");
    }
    if (project.isModule()) {
      command.add("-pl");
      command.add(project.root().relativize(project.directory()).toString());
      command.add("-am");
    }
    if (project.isModule() || MavenProject.isAggregator(project.directory())) {
      command.addAll(phase);
    }
    command.add(GOAL);
    command.add("-Dmdep.includeScope=runtime");
    // The plugin replaces the expression for each module: the file's path tells whose answer it is.
    command.add("-Dmdep.outputFile=" + answers + "${project.build.outputDirectory}");
    return command;
  }

  private static Map<Path, List<Path>> read(Path answers) throws IOException {
    Map<Path, List<Path>> outputs = new TreeMap<>();
    try (Stream<Path> files = Files.walk(answers)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String classpath = Files.readString(file).strip();
        List<Path> entries =
            Stream.of(classpath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        outputs.put(Path.of("/").resolve(answers.relativize(file)), entries);
      }
    }
    return outputs;
  }
}
