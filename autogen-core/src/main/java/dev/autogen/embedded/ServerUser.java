package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL's programs are run, which refuse to run as root or as a user without a name:
 * directly, in a user namespace in which such a user is nobody, or as the user nobody.
 *
 * @param prefix what stands before the command line
 * @param nobody whether the files must belong to nobody
 */
record ServerUser(List<String> prefix, boolean nobody) {

  private static final String NOBODY = "65534";

  static ServerUser current() {
    String name = System.getProperty("user.name");
    boolean nameless = "?".equals(name);
    if (!"root".equals(name) && !nameless) {
      return new ServerUser(List.of(), false);
    }
    if (works(List.of("unshare", "-U", "true"))) {
      return new ServerUser(List.of("unshare", "-U"), false);
    }
    if (nameless) {
      throw AutogenException.failed(
          "The embedded PostgreSQL needs a user that has a name in /etc/passwd; run autogen as"
              + " another user, or configure the URL of a running database.",
          null);
    }
    List<String> setpriv =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    List<String> probe = new ArrayList<>(setpriv);
    probe.add("true");
    if (works(probe)) {
      return new ServerUser(setpriv, true);
    }
    throw AutogenException.failed(
        "The embedded PostgreSQL cannot run as root here: neither 'unshare -U' nor 'setpriv' works."
            + " Run autogen as another user, or configure the URL of a running database.",
        null);
  }

  /** Where programs are unpacked that this user can read. */
  Path cache() throws IOException {
    return nobody
        ? Directories.owned(Path.of("/var/tmp/autogen"), "rwxr-xr-x")
        : Directories.userCache();
  }

  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Hands a directory to the user who runs the server. */
  void own(Path directory) throws IOException {
    if (nobody && !works(List.of("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()))) {
      throw new IOException("chown " + directory + " failed");
    }
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
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
