package dev.autogen.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A root directory of the server's own, on Linux, in which there is nothing but PostgreSQL's
 * programs, the libraries and locales that they load, and the data: no shell, no other program, no
 * file of any user. Even a superuser of the database cannot reach the machine's other files.
 *
 * <p>It is built in a mount namespace, which goes with the server: by root itself, or else in a
 * user namespace. Each command up to the server replaces the one before it by {@code exec}, so that
 * the started process becomes the server.
 *
 * @param root where it is mounted, for the server alone
 * @param libraries the system's libraries that the server loads
 * @param user who runs the server
 */
record ServerSandbox(Path root, List<String> libraries, ServerUser user) {

  /**
   * Libraries are copied, a few megabytes, since each mount takes longer. The system's locales are
   * there for collations, and the name {@code localhost}, over which PostgreSQL 14 counts. The data
   * are not executable: a library that SQL wrote there cannot be loaded.
   */
  private static final String BUILD =
      """
      set -e
      root=$1 programs=$2 data=$3 libraries=$4
      shift 4
      mount -t tmpfs -o mode=755,nosuid,nodev autogen "$root"
      mkdir -p "$root$programs" "$root$data" "$root/dev/shm" "$root/usr/lib/locale" "$root/etc"
      echo '127.0.0.1 localhost' > "$root/etc/hosts"
      echo 'hosts: files' > "$root/etc/nsswitch.conf"
      for nss in /lib/*/libnss_files.so.2 /lib64/libnss_files.so.2; do
        if [ -e "$nss" ]; then cp -L --parents "$nss" "$root"; fi
      done
      IFS='
      '
      set -f
      cp -L --parents $libraries "$root"
      mount --bind -o ro,nosuid,nodev "$programs" "$root$programs"
      mount --bind -o nosuid,nodev,noexec "$data" "$root$data"
      if [ -d /usr/lib/locale ]; then
        mount --bind -o ro,nosuid,nodev,noexec /usr/lib/locale "$root/usr/lib/locale"
      fi
      mount -t tmpfs -o mode=1777,nosuid,nodev,noexec autogen "$root/dev/shm"
      mount -o remount,bind,ro,nosuid,nodev "$root"
      cd /
      export LD_LIBRARY_PATH="$programs/lib"
      exec "$@"
      """;

  private static final String TRACE = "LD_TRACE_LOADED_OBJECTS=1 exec \"$0\"";
  private static final Pattern LIBRARY =
      Pattern.compile("(?:^\\s*|=> )(/\\S+) \\(0x", Pattern.MULTILINE);

  /** A number that is not root's, in the user namespace of an ordinary user. */
  private static final String INSIDE = "1000";

  /** The sandbox for a server; whether it can be built shows when the server starts in it. */
  static Optional<ServerSandbox> of(Binaries binaries, ServerUser user, Path cache)
      throws IOException {
    if (SystemPrograms.find("unshare").isEmpty() || SystemPrograms.find("chroot").isEmpty()) {
      return Optional.empty();
    }
    List<String> libraries = libraries(binaries, user);
    if (libraries.isEmpty()) {
      return Optional.empty();
    }
    Path root = cache.resolve("root");
    Directories.create(root, "rwxr-xr-x");
    return Optional.of(new ServerSandbox(root, libraries, user));
  }

  /** Whether root may mount here. */
  static boolean isPossible() {
    return SystemPrograms.find("unshare").isPresent()
        && SystemPrograms.find("chroot").isPresent()
        && SystemPrograms.works(outside(false, List.of("/bin/sh", "-c", ":")));
  }

  /** The command line that builds it and then runs the server in it. */
  List<String> command(Binaries binaries, Path data, List<String> arguments) throws IOException {
    List<String> command =
        outside(
            user.other() == null,
            List.of(
                "/bin/sh",
                "-c",
                BUILD,
                "autogen",
                root.toString(),
                binaries.directory().toString(),
                data.toString(),
                String.join("\n", libraries)));
    command.addAll(inside());
    command.add(binaries.program("postgres"));
    command.addAll(arguments);
    return command;
  }

  /** Why it cannot be built here; empty if it can. */
  Optional<String> problem(Binaries binaries, Path data) throws IOException {
    Process process =
        ChildEnvironment.process(command(binaries, data, List.of("--version")))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      return process.waitFor() == 0
          ? Optional.empty()
          : Optional.of(output.lines().findFirst().orElse("it ends at once"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static List<String> outside(boolean userNamespace, List<String> command) {
    List<String> whole = new ArrayList<>();
    whole.add(SystemPrograms.find("unshare").orElse("unshare"));
    if (userNamespace) {
      whole.addAll(List.of("--user", "--map-root-user"));
    }
    whole.addAll(List.of("--mount", "--ipc"));
    whole.addAll(command);
    return whole;
  }

  /**
   * The command that goes in the sandbox and drops all rights. The second user namespace is created
   * before the root changes, because none can be created afterwards.
   */
  private List<String> inside() {
    ServerUser.Ids other = user.other();
    return other != null
        ? List.of(
            SystemPrograms.find("chroot").orElse("chroot"),
            "--userspec=+" + other.user() + ":+" + other.group(),
            "--groups=",
            root.toString())
        : List.of(
            SystemPrograms.find("unshare").orElse("unshare"),
            "--user",
            "--map-user=" + INSIDE,
            "--map-group=" + INSIDE,
            "--root=" + root);
  }

  /**
   * The libraries that the loader names; the answer is kept beside the programs while all of them
   * exist.
   */
  private static List<String> libraries(Binaries binaries, ServerUser user) throws IOException {
    Path noted = binaries.note("libraries");
    if (PrivateFile.exists(noted)) {
      List<String> known = PrivateFile.read(noted).lines().toList();
      if (known.stream().allMatch(each -> Files.exists(Path.of(each)))) {
        return known;
      }
    }
    Process process =
        ChildEnvironment.process(
                user.command(List.of("/bin/sh", "-c", TRACE, binaries.program("postgres"))))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String own = binaries.directory().toString();
    List<String> libraries =
        LIBRARY
            .matcher(output)
            .results()
            .map(found -> found.group(1))
            .filter(each -> !each.startsWith(own))
            .sorted()
            .distinct()
            .toList();
    PrivateFile.replace(noted, String.join("\n", libraries));
    return libraries;
  }
}
