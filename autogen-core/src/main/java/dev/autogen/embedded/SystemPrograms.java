package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The operating system's own programs. They are searched in the system's folders and not in {@code
 * PATH}, which may belong to another user under {@code sudo -E}.
 */
final class SystemPrograms {

  static final List<String> FOLDERS =
      List.of(
          "/usr/bin",
          "/bin",
          "/usr/sbin",
          "/sbin",
          "/run/current-system/sw/bin",
          "/run/current-system/profile/bin");

  private SystemPrograms() {}

  /** The path of a program, if the system has it. */
  static Optional<String> find(String name) {
    return FOLDERS.stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** Whether a command line runs and succeeds. */
  static boolean works(List<String> command) {
    try {
      Process process =
          ChildEnvironment.process(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
