package dev.autogen.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the folder of a user's caches, by the XDG base directory specification. */
public final class UserCache {

  private static final String NAME = "autogen";

  private UserCache() {}

  /**
   * The folder of autogen in the user's cache. It is among the temporary files instead if the cache
   * cannot be written, or is in the home of another user, as for root by {@code sudo}. The folder
   * need not exist; its owner is checked when it is used.
   */
  public static CacheFolder folder() {
    String configured = System.getenv("XDG_CACHE_HOME");
    String home = System.getenv("HOME");
    Path base = Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    Path cache =
        configured != null && !configured.isBlank() ? Path.of(configured) : base.resolve(".cache");
    boolean writable = Files.isWritable(cache) || (Files.isWritable(base) && !Files.exists(cache));
    return CacheFolder.at(
        writable && isOwn(cache.resolve(NAME)) ? cache.resolve(NAME) : temporary());
  }

  /**
   * Whether a folder belongs to this user, or would be created in a folder of this user or the
   * system.
   */
  private static boolean isOwn(Path folder) {
    try {
      if (!Owner.POSIX || Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        return Owner.isOwn(folder);
      }
      @Nullable Path nearest = folder.toAbsolutePath().getParent();
      while (nearest != null && !Files.exists(nearest)) {
        nearest = nearest.getParent();
      }
      return nearest == null
          || Owner.isOwn(nearest.toRealPath())
          || Files.getAttribute(nearest, "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path temporary() {
    String user = System.getProperty("user.name").replaceAll("\\W", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), NAME + "-" + user);
  }
}
