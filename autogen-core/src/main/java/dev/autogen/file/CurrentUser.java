package dev.autogen.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The user of the operating system who runs this process. A name alone does not identify the user
 * in a container; the number does.
 */
public final class CurrentUser {

  public static final int ROOT = 0;

  private static @Nullable Integer id;

  private CurrentUser() {}

  /**
   * The number of the user; the files that this process creates belong to it.
   *
   * @throws UnsupportedOperationException where users have no numbers, as on Windows
   */
  public static synchronized int id() throws IOException {
    if (id == null) {
      id = read();
    }
    return id;
  }

  private static int read() throws IOException {
    Path self = Path.of("/proc/self");
    if (Files.exists(self)) {
      return (Integer) Files.getAttribute(self, "unix:uid");
    }
    Path probe = Files.createTempFile("autogen-owner", "");
    try {
      return owner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /** The number of the user to whom a file, a folder or a link belongs. */
  static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether the user is root; nobody is where users have no numbers. */
  public static boolean isRoot() throws IOException {
    return TrustedPath.HAS_OWNERS && id() == ROOT;
  }

  /** The user's name, or what stands for it, as a part of the name of a file. */
  static String fileName() {
    return System.getProperty("user.name").replaceAll("\\W", "_");
  }

  /** Whether the user has no name in {@code /etc/passwd}, which some programs refuse. */
  public static boolean isNameless() {
    return "?".equals(System.getProperty("user.name"));
  }
}
