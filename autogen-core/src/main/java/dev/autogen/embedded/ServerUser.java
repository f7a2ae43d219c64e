package dev.autogen.embedded;

import dev.autogen.file.CurrentUser;
import dev.autogen.file.TrustedPath;
import dev.autogen.file.UserIds;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how PostgreSQL's programs are run, because they refuse to run as root or as a user
 * without a name: directly, as another user, or in a user namespace in which such a user is nobody.
 *
 * @param prefix the words before the command line
 * @param other the other user, to whom the data must belong, or null
 */
record ServerUser(List<String> prefix, @Nullable Ids other) {

  /** The user of older versions of autogen: an account that others share. */
  static final Ids NOBODY = new Ids(65534, 65534);

  static final Ids ROOT = new Ids(0, 0);

  /**
   * A user and a group.
   *
   * @param user the number of the user
   * @param group the number of the group
   */
  record Ids(int user, int group) {}

  /**
   * The way that works on this machine.
   *
   * <p>Under root, the server for another user's data directory runs as that user. For root's own
   * directory it runs as a user with a number that no account has: such a user owns nothing else,
   * and can read only what everybody may read.
   *
   * @param home the server's folder
   */
  static ServerUser of(Path home) throws IOException {
    if (CurrentUser.isRoot()) {
      return ofRoot(home);
    }
    if (!CurrentUser.isNameless()) {
      return new ServerUser(List.of(), null);
    }
    return asNobody()
        .orElseThrow(
            () ->
                AutogenException.failed(
                    "The embedded PostgreSQL needs a user that has a name in /etc/passwd; run"
                        + " autogen as another user, or configure the URL of a running database.",
                    null));
  }

  /**
   * The way for a server that gets no root directory of its own: another user only where that one
   * may go to the folder.
   */
  static ServerUser outside(Path home) throws IOException {
    if (!CurrentUser.isRoot() || TrustedPath.isOpenToAll(home.getParent())) {
      return of(home);
    }
    return asNobody()
        .orElseThrow(
            () ->
                AutogenException.failed(
                    "The embedded database cannot run as root here: another user cannot go to "
                        + home
                        + ", and 'unshare -U' does not work. Run autogen as another user, or"
                        + " configure the URL of a running database.",
                    null));
  }

  private static ServerUser ofRoot(Path home) throws IOException {
    Ids owner = ids(home);
    boolean made = owner.user() != ROOT.user() && owner.user() != NOBODY.user();
    int own = UserIds.unused(home.toString());
    Optional<ServerUser> other =
        SystemPrograms.find("setpriv")
            .map(setpriv -> as(setpriv, made ? owner : new Ids(own, own)));
    boolean runs =
        other.isPresent()
            && SystemPrograms.works(other.get().command(List.of("/bin/sh", "-c", ":")))
            && (TrustedPath.isOpenToAll(home.getParent()) || ServerSandbox.isPossible());
    Optional<ServerUser> user = runs ? other : asNobody();
    return user.orElseThrow(
        () ->
            AutogenException.failed(
                "The embedded PostgreSQL cannot run as root here: another user cannot go to "
                    + home
                    + ", and neither a mount namespace nor 'unshare -U' works. Run autogen as"
                    + " another user, or configure the URL of a running database.",
                null));
  }

  private static ServerUser as(String setpriv, Ids ids) {
    return new ServerUser(
        List.of(
            setpriv,
            "--reuid=" + ids.user(),
            "--regid=" + ids.group(),
            "--clear-groups",
            "--inh-caps=-all",
            "--no-new-privs"),
        ids);
  }

  private static Optional<ServerUser> asNobody() {
    return SystemPrograms.find("unshare")
        .map(unshare -> new ServerUser(List.of(unshare, "-U"), null))
        .filter(user -> SystemPrograms.works(user.command(List.of("/bin/sh", "-c", ":"))));
  }

  /** The folder for unpacked programs that this user can read. */
  Path cache() throws IOException {
    return ServerFolders.cache(other != null);
  }

  /**
   * The same user with a name, which {@code initdb} requires: in a user namespace it is nobody.
   * Without a user namespace, the account nobody is used meanwhile.
   */
  ServerUser named() {
    if (other == null) {
      return this;
    }
    Optional<ServerUser> inside =
        SystemPrograms.find("unshare")
            .map(unshare -> new ServerUser(with(prefix, List.of(unshare, "-U")), other))
            .filter(user -> SystemPrograms.works(user.command(List.of("/bin/sh", "-c", ":"))));
    return inside.orElseGet(() -> as(prefix.get(0), NOBODY));
  }

  /** The same user, whose programs cannot gain further rights, as by sudo. */
  ServerUser withoutNewPrivileges() {
    if (!prefix.isEmpty()) {
      return this;
    }
    return SystemPrograms.find("setpriv")
        .map(setpriv -> new ServerUser(List.of(setpriv, "--no-new-privs"), other))
        .filter(user -> SystemPrograms.works(user.command(List.of("/bin/sh", "-c", ":"))))
        .orElse(this);
  }

  List<String> command(List<String> command) {
    return with(prefix, command);
  }

  private static List<String> with(List<String> prefix, List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Hands a directory to the user who runs the server. */
  void own(Path directory) throws IOException {
    Ids wanted = other == null ? ROOT : other;
    if (CurrentUser.isRoot() && ids(directory).user() != wanted.user()) {
      Directories.give(directory, wanted.user(), wanted.group());
    }
  }

  /** The owner of a file. */
  static Ids ids(Path file) throws IOException {
    return new Ids(
        (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS),
        (Integer) Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS));
  }
}
