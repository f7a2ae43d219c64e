package dev.autogen.embedded;

import dev.autogen.file.CurrentUser;
import dev.autogen.file.TrustedPath;
import dev.autogen.file.UserFolders;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates the folders that the embedded servers of a user share, in the first place that is safe.
 */
final class ServerFolders {

  private static final String NAME = "server";

  private ServerFolders() {}

  /**
   * Where PostgreSQL's programs are kept.
   *
   * @param forAll whether any user must be able to read them
   * @throws AutogenException if there is no safe place
   */
  static Path cache(boolean forAll) throws IOException {
    return first(UserFolders.caches(), forAll, "XDG_CACHE_HOME");
  }

  /**
   * Where autogen notes what it made.
   *
   * @throws AutogenException if there is no safe place
   */
  static Path state() throws IOException {
    return first(UserFolders.states(), false, "XDG_STATE_HOME");
  }

  private static Path first(List<Path> places, boolean forAll, String variable) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Path place : places) {
      try {
        Path folder = place.resolve(NAME);
        Optional<String> reason = TrustedPath.problem(place);
        if (reason.isEmpty()) { // nothing is created in another user's folder
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

  /** Creates a folder and those above it, with no more rights than needed, whatever the umask. */
  private static void create(Path folder, boolean forAll) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    create(folder.getParent(), forAll);
    Directories.create(folder, forAll || CurrentUser.isRoot() ? "rwxr-xr-x" : "rwx------");
  }
}
