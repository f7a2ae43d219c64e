package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
      throw new AutogenException(
          AutogenException.Exit.USAGE,
          "The class path entry " + entry + " is not a readable archive: " + e.getMessage() + ".",
          e);
    }
  }

  /** The URLs of a resource in all entries that have it. */
  static List<String> findAll(List<Path> entries, String name) {
    return entries.stream().flatMap(entry -> find(entry, name).stream()).toList();
  }
}
