package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL's programs are run, which refuse to run as root or as a user without a name:
 * directly, in a user namespace in which such a user is nobody, or as another user.
 *
 * @param prefix what stands before the command line
 * @param owner the other user and group, by number, to whom the files must belong, or null
 */
record ServerUser(List<String> prefix, @Nullable String owner) {

  private static final String NOBODY = "65534:65534";

  /** The way that works here, for a server's directory that may have an owner already. */
  static ServerUser of(Path home) throws IOException {
    String name = System.getProperty("user.name");
    boolean root = "root".equals(name);
    boolean nameless = "?".equals(name);
    if (!root && !nameless) {
      return new ServerUser(List.of(), null);
    }
    String made = root ? otherOwner(home) : null;
    if (made == null && works(List.of("unshare", "-U", "true"))) {
      return new ServerUser(List.of("unshare", "-U"), null);
    }
    if (nameless) {
      throw AutogenException.failed(
          "The embedded PostgreSQL needs a user that has a name in /etc/passwd; run autogen as"
              + " another user, or configure the URL of a running database.",
          null);
    }
    ServerUser other = as(made == null ? NOBODY : made);
    if (works(other.command(List.of("true")))) {
      return other;
    }
    throw AutogenException.failed(
        "The embedded PostgreSQL cannot run as root here: neither 'unshare -U' nor 'setpriv' works."
            + " Run autogen as another user, or configure the URL of a running database.",
        null);
  }

  /** Who made the directory, unless it was root. */
  private static @Nullable String otherOwner(Path home) throws IOException {
    Object user = Files.getAttribute(home, "unix:uid");
    return user.equals(0) ? null : user + ":" + Files.getAttribute(home, "unix:gid");
  }

  private static ServerUser as(String owner) {
    String[] ids = owner.split(":");
    return new ServerUser(
        List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups"), owner);
  }

  /** Where programs are unpacked that this user can read. */
  Path cache() throws IOException {
    return owner == null
        ? Directories.userCache()
        : Directories.owned(Path.of("/var/tmp/autogen"), "rwxr-xr-x");
  }

  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Hands a directory to the user who runs the server. */
  void own(Path directory) throws IOException {
    if (owner != null && !works(List.of("chown", "-R", owner, directory.toString()))) {
      throw new IOException("chown " + directory + " failed");
    }
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          ChildEnvironment.process(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
