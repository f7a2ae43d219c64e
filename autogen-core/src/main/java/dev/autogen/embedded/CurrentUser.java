package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user of the operating system who runs this process. */
final class CurrentUser {

  static final int ROOT = 0;

  private CurrentUser() {}

  /** The number of the user; the files that this process creates belong to it. */
  static int id() throws IOException {
    Path self = Path.of("/proc/self");
    if (Files.exists(self)) {
      return owner(self);
    }
    Path probe = Files.createTempFile("autogen-owner", "");
    try {
      return owner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  private static int owner(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }

  static boolean isRoot() throws IOException {
    return id() == ROOT;
  }

  /** Whether the user has no name in {@code /etc/passwd}, which some programs refuse. */
  static boolean isNameless() {
    return "?".equals(System.getProperty("user.name"));
  }
}
