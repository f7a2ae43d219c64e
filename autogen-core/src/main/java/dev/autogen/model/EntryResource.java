package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks a resource up in single entries of a class path. */
final class EntryResource {

  private EntryResource() {}

  /** The URL of a resource in a directory or a jar. */
  static Optional<String> find(Path entry, String name) {
    if (Files.isDirectory(entry)) {
      Path file = entry.resolve(name);
      return Files.isRegularFile(file) ? Optional.of(file.toUri().toString()) : Optional.empty();
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      return zip.getEntry(name) == null
          ? Optional.empty()
          : Optional.of("jar:" + entry.toUri() + "!/" + name);
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  private static AutogenException unreadable(Path entry, IOException failure) {
    return new AutogenException(
        AutogenException.Exit.USAGE,
        "The class path entry "
            + entry
            + " is not a readable archive: "
            + failure.getMessage()
            + ".",
        failure);
  }

  /** The URLs of the resources whose names satisfy a condition, in the order of the names. */
  static List<String> matching(Path entry, Predicate<String> condition) {
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        return files
            .filter(file -> condition.test(entry.relativize(file).toString().replace('\\', '/')))
            .filter(Files::isRegularFile)
            .map(file -> file.toUri().toString())
            .sorted()
            .toList();
      } catch (IOException | UncheckedIOException e) {
        throw AutogenException.failed("cannot read " + entry + ": " + e.getMessage(), e);
      }
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(condition)
          .sorted()
          .map(name -> "jar:" + entry.toUri() + "!/" + name)
          .toList();
    } catch (IOException e) {
      throw unreadable(entry, e);
    }
  }

  /** The URLs of a resource in all entries that have it. */
  static List<String> findAll(List<Path> entries, String name) {
    return entries.stream().flatMap(entry -> find(entry, name).stream()).toList();
  }
}
