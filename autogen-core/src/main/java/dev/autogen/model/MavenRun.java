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

  private final MavenSettings settings;
  private List<String> start;

  MavenRun(MavenProject project, MavenSettings settings) {
    this.project = project;
    this.settings = settings;
    this.start = project.command();
  }

  /** The class path of each module that Maven looked at, by the directory of its classes. */
  Map<Path, List<Path>> outputs() {
    try {
      Path answers = Files.createTempDirectory("autogen-classpath");
      try {
        String failure = begin(answers);
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

  /**
   * The error of the first run. A wrapper that does not reach Maven, for example because it cannot
   * download one, is replaced by the Maven of the machine.
   */
  private String begin(Path answers) throws IOException {
    MavenProcess.Outcome wrapper = outcome(answers, COMPILE, true);
    if (wrapper.succeeded() || wrapper.reached() || start.equals(MavenProject.installed())) {
      return wrapper.failure();
    }
    start = MavenProject.installed();
    try {
      return run(answers, COMPILE, true);
    } catch (IOException e) {
      throw AutogenException.failed(
          "Maven cannot be started in "
              + project.root()
              + ": its wrapper fails ("
              + wrapper.failure()
              + "), and there is no command mvn ("
              + e.getMessage()
              + ").\nInstall Maven, or name the class path under [model] classpath in autogen.toml.",
          e);
    }
  }

  /** The error that Maven reports, or an empty text. */
  private String run(Path answers, List<String> phase, boolean offline) throws IOException {
    return outcome(answers, phase, offline).failure();
  }

  private MavenProcess.Outcome outcome(Path answers, List<String> phase, boolean offline)
      throws IOException {
    return MavenProcess.run(project.root(), command(answers, phase, offline), settings.passwords());
  }

  private List<String> command(Path answers, List<String> phase, boolean offline) {
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of("-B", "-q", "-Dstyle.color=never"));
    command.addAll(settings.options());
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
