package dev.autogen.model;

import dev.autogen.file.CacheFolder;
import dev.autogen.file.Folders;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks executable Spring Boot jars and WAR files, whose classes and libraries no ordinary class
 * loader finds, into a cache directory. An archive is unpacked once, until its size or time change.
 */
final class NestedJars {

  /**
   * An entry made usable.
   *
   * @param entries the entries that take its place on the class path
   * @param classes those of them that hold the archive's own classes
   */
  record Unpacked(List<Path> entries, List<Path> classes) {}

  private static final String UNPACKING = "unpacking";
  private static final List<String> ROOTS = List.of("BOOT-INF/", "WEB-INF/");

  private final CacheFolder cache;

  /** Unpacks archives in a folder that only this user can access, because their classes are run. */
  NestedJars(Path cacheDirectory) {
    this.cache = CacheFolder.at(cacheDirectory.toAbsolutePath()).below("unpacked");
  }

  Unpacked unpack(Path entry) {
    String name = entry.getFileName().toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(entry)) {
      return exploded(entry);
    }
    if (!name.endsWith(".jar") && !name.endsWith(".war")) {
      return new Unpacked(List.of(entry), List.of(entry));
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      for (String root : ROOTS) {
        if (hasFolder(zip, root, name.endsWith(".war"))) {
          return exploded(unpacked(entry, zip, root));
        }
      }
      return new Unpacked(List.of(entry), List.of(entry));
    } catch (IOException e) {
      throw new AutogenException(
          AutogenException.Exit.USAGE,
          "The class path entry " + entry + " is not a readable archive: " + e.getMessage() + ".",
          e);
    }
  }

  /** Spring Boot writes entries for folders; those who make WAR files need not. */
  private static boolean hasFolder(ZipFile zip, String root, boolean search) {
    return zip.getEntry(root + "classes/") != null
        || zip.getEntry(root + "lib/") != null
        || (search && zip.stream().anyMatch(entry -> entry.getName().startsWith(root)));
  }

  /** A directory that may be an unpacked archive itself. */
  private static Unpacked exploded(Path directory) {
    for (String root : ROOTS) {
      Path classes = directory.resolve(root).resolve("classes");
      if (Files.isDirectory(classes)) {
        List<Path> entries = new ArrayList<>(List.of(classes));
        entries.addAll(libraries(directory.resolve(root).resolve("lib")));
        return new Unpacked(entries, List.of(classes));
      }
    }
    return new Unpacked(List.of(directory), List.of(directory));
  }

  private static List<Path> libraries(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw AutogenException.failed("Cannot read " + directory + ": " + e.getMessage() + ".", e);
    }
  }

  private Path unpacked(Path archive, ZipFile zip, String root) throws IOException {
    String name =
        archive.getFileName() + "-" + Integer.toHexString(archive.toString().hashCode()) + "-";
    String stamp =
        name
            + Long.toHexString(Files.size(archive))
            + "-"
            + Long.toHexString(Files.getLastModifiedTime(archive).toMillis());
    Path target = cache.prepare().resolve(stamp);
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      return cache.below(stamp).prepare();
    }
    deleteOlder(name + "*");
    deleteOlder(UNPACKING + "*");
    Path temporary = Files.createTempDirectory(target.getParent(), UNPACKING);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.getName().startsWith(root) && !entry.isDirectory()) {
        copy(zip, entry, temporary);
      }
    }
    Files.createDirectories(temporary.resolve(root + "classes"));
    moveInto(target, temporary);
    return target;
  }

  /** A command that still uses an older state of an archive does not take that long. */
  private void deleteOlder(String glob) throws IOException {
    Instant dayAgo = Instant.now().minus(Duration.ofDays(1));
    for (String old : cache.names(glob)) {
      Path directory = cache.path().resolve(old);
      if (Files.getLastModifiedTime(directory).toInstant().isBefore(dayAgo)) {
        Folders.delete(directory);
      }
    }
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
    Path file = directory.resolve(entry.getName()).normalize();
    if (!file.startsWith(directory)) {
      throw new IOException("the entry " + entry.getName() + " points outside the archive");
    }
    Files.createDirectories(file.getParent());
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, file);
    }
  }

  /** Another process may have unpacked the same archive meanwhile; its work is as good. */
  private static void moveInto(Path target, Path temporary) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      Folders.delete(temporary);
    }
  }
}
