package dev.autogen.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Folders of this user outside of any project, by the XDG base directory specification. Whatever
 * the environment says, a folder that another user can change is not used: the next place is taken.
 */
public final class UserFolders {

  private static final String NAME = "autogen";

  private UserFolders() {}

  /** Where caches may be, the best place first. The folders need not exist. */
  public static List<Path> caches() {
    return places("XDG_CACHE_HOME", ".cache", "/var/cache");
  }

  /** Where notes that last may be, the best place first. The folders need not exist. */
  public static List<Path> states() {
    return places("XDG_STATE_HOME", ".local/state", "/var/lib");
  }

  /**
   * The cache of this user. If there is no safe place for it, it is where it would usually be, and
   * using it fails with the reason.
   */
  public static CacheFolder cache() {
    List<Path> places = caches();
    for (Path place : places) {
      if (isUsable(place)) {
        return CacheFolder.at(place);
      }
    }
    return CacheFolder.at(places.get(0));
  }

  private static boolean isUsable(Path place) {
    try {
      return TrustedPath.problem(place).isEmpty()
          && Files.isWritable(TrustedPath.nearestExisting(place));
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> places(String variable, String inHome, String ofRoot) {
    List<Path> places = new ArrayList<>();
    String configured = System.getenv(variable);
    Path home = home();
    if (configured != null && !configured.isBlank()) {
      places.add(Path.of(configured, NAME).toAbsolutePath());
    } else if (Files.isDirectory(home)) {
      places.add(home.resolve(inHome).resolve(NAME).toAbsolutePath());
    }
    if (isRoot()) {
      places.add(Path.of(ofRoot, NAME));
      places.add(Path.of("/var/tmp", NAME));
    } else {
      places.add(
          Path.of(System.getProperty("java.io.tmpdir"), NAME + "-" + CurrentUser.fileName()));
    }
    return places;
  }

  private static boolean isRoot() {
    try {
      return CurrentUser.isRoot();
    } catch (IOException e) {
      return false; // each place is refused with this reason
    }
  }

  private static Path home() {
    String home = System.getenv("HOME");
    return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
  }
}
