package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a server is started.
 *
 * @param binaries its programs
 * @param user who runs it
 * @param sandbox the sandbox around it, if one can be built
 * @param exposure what is missing for a sandbox and why, if there is none
 */
record ServerCommand(
    Binaries binaries,
    ServerUser user,
    Optional<ServerSandbox> sandbox,
    Optional<String> exposure) {

  private static final String CONSEQUENCE =
      "The embedded PostgreSQL runs without a root directory of its own: what a superuser does in it"
          + " can read the files and run the programs that its user can. ";

  /** A server in a sandbox, as far as that is known before the start. */
  static ServerCommand of(Binaries binaries, ServerUser user, Path cache) throws IOException {
    Optional<ServerSandbox> sandbox = ServerSandbox.of(binaries, user, cache);
    return new ServerCommand(
        binaries,
        user,
        sandbox,
        sandbox.isPresent()
            ? Optional.empty()
            : Optional.of(CONSEQUENCE + "It needs Linux with glibc, unshare and chroot."));
  }

  /**
   * The same without a sandbox, if the server did not start because the sandbox cannot be built;
   * empty if there was another reason. The data directory does not influence this, so that it
   * cannot remove the sandbox.
   */
  Optional<ServerCommand> withoutSandbox(Path data) throws IOException {
    if (sandbox.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> problem = sandbox.get().problem(binaries, data);
    if (problem.isEmpty()) {
      return Optional.empty();
    }
    Files.deleteIfExists(binaries.note("libraries"));
    return Optional.of(
        new ServerCommand(
            binaries, user, Optional.empty(), Optional.of(CONSEQUENCE + problem.get())));
  }

  /** The command line. */
  List<String> line(Path data, int port) throws IOException {
    List<String> arguments = ServerSettings.arguments(data, port, binaries.major());
    if (sandbox.isPresent()) {
      return sandbox.get().command(binaries, data, arguments);
    }
    List<String> command = new ArrayList<>(List.of(binaries.program("postgres")));
    command.addAll(arguments);
    return user.withoutNewPrivileges().command(command);
  }
}
