package dev.autogen.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is started.
 *
 * @param binaries its programs
 * @param user who runs the server
 */
record ServerCommand(Binaries binaries, ServerUser user) {

  /** The command line. */
  List<String> line(Path data, int port) {
    List<String> command = new ArrayList<>(List.of(binaries.program("postgres")));
    command.addAll(Settings.arguments(data, port));
    return user.withoutNewPrivileges().command(command);
  }
}
