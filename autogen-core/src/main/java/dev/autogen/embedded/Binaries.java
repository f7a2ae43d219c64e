package dev.autogen.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of one release of PostgreSQL, unpacked.
 *
 * @param directory where they lie
 */
record Binaries(Path directory) {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.\\d+");

  /** The path of a program. */
  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  /** The major version, asked of the server once. */
  int major() throws IOException {
    return Integer.parseInt(version().split("\\.")[0]);
  }

  /** The version, such as {@code 18.6}. */
  String version() throws IOException {
    Path noted = directory.resolveSibling(directory.getFileName() + ".version");
    if (Files.exists(noted)) {
      return Files.readString(noted).strip();
    }
    Process process =
        ChildEnvironment.process(List.of(program("postgres"), "--version"))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Matcher version = VERSION.matcher(output);
    if (!version.find()) {
      throw new IOException(program("postgres") + " does not tell its version: " + output);
    }
    if (Files.isWritable(directory.getParent())) {
      Files.writeString(noted, version.group() + "\n");
    }
    return version.group();
  }
}
