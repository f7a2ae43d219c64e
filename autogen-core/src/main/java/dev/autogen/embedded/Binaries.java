package dev.autogen.embedded;

import dev.autogen.file.TrustedPath;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of one release of PostgreSQL, unpacked.
 *
 * @param directory where they lie
 */
record Binaries(Path directory) {

  private static final Pattern NOTED = Pattern.compile("(?m)^Version: (\\d+\\.\\d+)");
  private static final Pattern TOLD = Pattern.compile("(\\d+\\.\\d+)");

  /** The path of a program. */
  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  /**
   * Makes sure that nobody else can have changed one of them.
   *
   * @throws AutogenException if somebody can
   */
  Binaries requireTrusted() throws IOException {
    Optional<String> problem = TrustedPath.problemWithin(directory.resolve("bin"));
    if (problem.isEmpty()) {
      problem = TrustedPath.problemWithin(directory.resolve("lib"));
    }
    if (problem.isPresent()) {
      throw AutogenException.failed(
          "The programs in "
              + directory
              + " are not run: "
              + problem.get()
              + ". Delete that folder; the next command unpacks them again.",
          null);
    }
    return this;
  }

  /** The major version. */
  int major() throws IOException {
    return Integer.parseInt(version().split("\\.")[0]);
  }

  /** A file beside the programs that keeps something that was found out once. */
  Path note(String name) {
    return directory.resolveSibling(directory.getFileName() + "." + name);
  }

  /**
   * The version, such as {@code 18.6}: read from a file among the programs, or else asked for once.
   */
  String version() throws IOException {
    Path description = directory.resolve("lib/pkgconfig/libpq.pc");
    if (Files.exists(description)) {
      Matcher version = NOTED.matcher(Files.readString(description));
      if (version.find()) {
        return version.group(1);
      }
    }
    Path noted = note("version");
    if (PrivateFile.exists(noted)) {
      return PrivateFile.read(noted).strip();
    }
    String version = askedVersion();
    PrivateFile.replace(noted, version + "\n");
    return version;
  }

  private String askedVersion() throws IOException {
    requireTrusted();
    ServerUser user = ServerUser.of(directory);
    Process process =
        ChildEnvironment.process(user.command(List.of(program("postgres"), "--version")))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Matcher version = TOLD.matcher(output);
    if (!version.find()) {
      throw new IOException(program("postgres") + " does not tell its version: " + output);
    }
    return version.group(1);
  }
}
