package dev.autogen.model;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Runs Maven without input, so that it cannot ask questions. */
final class MavenProcess {

  private static final List<String> ADVICE =
      List.of(
          "The build could not read", "To see the full", "Re-run Maven", "For more information");

  /**
   * How a run ended.
   *
   * @param failure the error that was reported, or an empty text
   * @param reached whether Maven itself was reached, which a wrapper must get first
   */
  record Outcome(String failure, boolean reached) {

    boolean succeeded() {
      return failure.isEmpty();
    }
  }

  private MavenProcess() {}

  /**
   * Runs a command.
   *
   * @param passwords the passwords that must not be in Maven's environment
   * @throws IOException if it cannot be started
   */
  static Outcome run(Path directory, List<String> command, Collection<String> passwords)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    MavenEnvironment.removeSecrets(builder.environment(), passwords);
    builder.environment().remove(MavenSettings.ARGUMENTS); // they are among the options
    Process process =
        builder
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
            .start();
    String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    try {
      return process.waitFor() == 0
          ? new Outcome("", true)
          : new Outcome(reason(output), output.lines().anyMatch(line -> line.startsWith("[")));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static File nullDevice() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return new File(windows ? "NUL" : "/dev/null");
  }

  /** The first lines of the error, without Maven's advice to run it again. */
  private static String reason(String output) {
    List<String> lines = output.replaceAll("\u001B\\[[0-9;]*m", "").lines().toList();
    List<String> errors =
        lines.stream()
            .filter(line -> line.startsWith("[ERROR]"))
            .map(line -> line.replaceAll("\\[(ERROR|FATAL)]|-> \\[Help.*", "").strip())
            .filter(line -> !line.isEmpty() && ADVICE.stream().noneMatch(line::startsWith))
            .toList();
    return String.join("\n  ", (errors.isEmpty() ? lines : errors).stream().limit(3).toList());
  }
}
