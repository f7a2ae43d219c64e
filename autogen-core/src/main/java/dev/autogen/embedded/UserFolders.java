package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folders of this user outside of any project, by the XDG base directory specification. A folder
 * that another user can write to is not used, whatever the environment says.
 */
final class UserFolders {

  private UserFolders() {}

  /**
   * Where PostgreSQL's programs are kept.
   *
   * @param forAll whether any user must be able to read them
   * @throws AutogenException if there is no safe place
   */
  static Path cache(boolean forAll) throws IOException {
    return first(caches(), "server", forAll, "XDG_CACHE_HOME");
  }

  /**
   * Where autogen notes what it made.
   *
   * @throws AutogenException if there is no safe place
   */
  static Path state() throws IOException {
    List<Path> places = new ArrayList<>(named("XDG_STATE_HOME", ".local/state"));
    places.addAll(shared("/var/lib/autogen"));
    return first(places, "server", false, "XDG_STATE_HOME");
  }

  /** Where caches may be, the best first. */
  static List<Path> caches() throws IOException {
    List<Path> places = new ArrayList<>(named("XDG_CACHE_HOME", ".cache"));
    places.addAll(shared("/var/cache/autogen"));
    return places;
  }

  private static List<Path> named(String variable, String usual) {
    String configured = System.getenv(variable);
    if (configured != null && !configured.isBlank()) {
      return List.of(Path.of(configured, "autogen").toAbsolutePath());
    }
    String home = System.getenv("HOME");
    Path base = Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    return Files.isDirectory(base)
        ? List.of(base.resolve(usual).resolve("autogen").toAbsolutePath())
        : List.of();
  }

  private static List<Path> shared(String ofRoot) throws IOException {
    if (CurrentUser.isRoot()) {
      return List.of(Path.of(ofRoot), Path.of("/var/tmp/autogen"));
    }
    String user = System.getProperty("user.name").replaceAll("\\W", "_");
    return List.of(Path.of(System.getProperty("java.io.tmpdir"), "autogen-" + user));
  }

  private static Path first(List<Path> places, String name, boolean forAll, String variable)
      throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Path place : places) {
      try {
        Optional<String> reason = unusable(place);
        Path folder = place.resolve(name);
        if (reason.isEmpty()) {
          create(folder, forAll);
          reason =
              forAll && !TrustedPath.isOpenToAll(folder)
                  ? Optional.of("not every user may enter " + folder)
                  : TrustedPath.problem(folder);
        }
        if (reason.isEmpty() && Files.isWritable(folder)) {
          return folder.toRealPath();
        }
        reasons.add(reason.orElse(folder + " cannot be written"));
      } catch (IOException e) {
        reasons.add(place + " cannot be used: " + e.getMessage());
      }
    }
    throw AutogenException.failed(
        "There is no safe folder for the embedded PostgreSQL: "
            + String.join("; ", reasons)
            + ". Point "
            + variable
            + " to a folder that you alone may write.",
        null);
  }

  /**
   * What is wrong with the nearest existing folder: nothing is created in another user's folder.
   */
  private static Optional<String> unusable(Path place) throws IOException {
    Path there = place;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    return TrustedPath.problem(there);
  }

  /** Creates a folder and those above it, with no more rights than needed, whatever the umask. */
  private static void create(Path folder, boolean forAll) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    create(folder.getParent(), forAll);
    Directories.create(folder, forAll || CurrentUser.isRoot() ? "rwxr-xr-x" : "rwx------");
  }
}
