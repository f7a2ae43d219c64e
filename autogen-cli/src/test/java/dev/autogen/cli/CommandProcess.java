package dev.autogen.cli;

import dev.autogen.cli.TestProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A command as a process of its own, which can be killed. */
record CommandProcess(Process process, Path out, Path err) {

  private static final long MINUTES = 5;

  /** Below the build, because nobody collects the output of a command that was killed. */
  private static final Path OUTPUT = Path.of("target", "output").toAbsolutePath();

  /** With these, it finds its caches where the build wants them, unless it has another home. */
  private static final Set<String> KEPT =
      Set.of("HOME", "PATH", "XDG_CACHE_HOME", "XDG_STATE_HOME");

  /** Starts a command in the directory of a project. */
  static CommandProcess start(TestProject project, String... arguments) throws IOException {
    return start(project, Map.of(), arguments);
  }

  /** Starts a command with these variables and hardly any other in its environment. */
  static CommandProcess start(
      TestProject project, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(List.of(), project, environment, arguments);
  }

  /** Starts a command by another program, which becomes it. */
  static CommandProcess start(
      List<String> prefix,
      TestProject project,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    List<String> line = new ArrayList<>(prefix);
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Dautogen.home=" + System.getProperty("autogen.home", ""),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.autogen.cli.Main"));
    line.addAll(List.of(arguments));
    Files.createDirectories(OUTPUT);
    Path out = Files.createTempFile(OUTPUT, "autogen", ".out");
    Path err = Files.createTempFile(OUTPUT, "autogen", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(project.directory().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> !KEPT.contains(name));
    if (environment.containsKey("HOME")) {
      builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    }
    builder.environment().putAll(environment);
    return new CommandProcess(builder.start(), out, err);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for its end, and takes what it wrote. */
  Result result() throws IOException, InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      kill();
      throw new IllegalStateException(
          "did not end within " + MINUTES + " minutes: " + Files.readString(err));
    }
    Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return result;
  }
}
