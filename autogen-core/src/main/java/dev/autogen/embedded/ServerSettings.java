package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the server's settings, which autogen alone decides. The files in the data directory are
 * written anew before each start, because they can run programs and let everybody in, and because
 * Git replaces ignored files when a branch with files of these names is checked out.
 */
final class ServerSettings {

  private static final String WRITTEN = "# Written by autogen before each start.\n";
  private static final String GENERAL =
      WRITTEN + "default_text_search_config = 'pg_catalog.english'\n";

  /** The first version that lets a server choose how often it hashes passwords. */
  static final int SINCE_ITERATIONS = 16;

  static final String ITERATIONS = "scram_iterations=" + ScramSecret.ITERATIONS;

  private ServerSettings() {}

  /**
   * Writes the files.
   *
   * @param method how passwords are checked
   */
  static void write(Path data, String method) throws IOException {
    PrivateFile.replace(data.resolve("postgresql.conf"), GENERAL);
    PrivateFile.replace(
        data.resolve("pg_hba.conf"), WRITTEN + "host all all 127.0.0.1/32 " + method + "\n");
    PrivateFile.replace(data.resolve("pg_ident.conf"), WRITTEN);
    Files.deleteIfExists(data.resolve("postgresql.auto.conf"));
  }

  static List<Path> files(Path data) {
    return List.of(
        data.resolve("postgresql.conf"),
        data.resolve("pg_hba.conf"),
        data.resolve("pg_ident.conf"));
  }

  /**
   * The arguments of a small and quick server: the database serves one command at a time. A
   * migration that creates thousands of tables holds a lock on each, and on their indexes and
   * sequences, until it commits.
   *
   * <p>Settings that can load code or run programs are off; files cannot change a setting of the
   * command line.
   *
   * @param major the major version of the server
   */
  static List<String> arguments(Path data, int port, int major) {
    List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=40",
                "max_locks_per_transaction=2048",
                "shared_buffers=32MB",
                "wal_level=minimal",
                "max_wal_senders=0",
                "fsync=off",
                "jit=off",
                "lc_messages=C",
                "password_encryption=scram-sha-256",
                "shared_preload_libraries=",
                "session_preload_libraries=",
                "local_preload_libraries=",
                "dynamic_library_path=$libdir",
                "archive_mode=off",
                "archive_command=",
                "restore_command=",
                "recovery_end_command=",
                "archive_cleanup_command=",
                "ssl=off",
                "logging_collector=off",
                "log_destination=stderr"));
    if (major >= SINCE_ITERATIONS) {
      settings.add(ITERATIONS);
    }
    for (String setting : settings) {
      arguments.add("-c");
      arguments.add(setting);
    }
    return arguments;
  }
}
