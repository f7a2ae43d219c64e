package dev.autogen.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The directories and plain jars of a class path; missing entries are left out, and executable
 * archives are unpacked.
 *
 * @param all every entry, in order
 * @param own those that hold the project's own classes
 * @param missing own entries that do not exist
 */
record ClasspathEntries(List<Path> all, List<Path> own, List<Path> missing) {

  static ClasspathEntries of(ModelRequest request) {
    NestedJars nested = new NestedJars(request.cacheDirectory());
    Set<Path> requestedOwn = new LinkedHashSet<>(absolute(request.ownEntries()));
    Set<Path> requested = new LinkedHashSet<>(absolute(request.classpath()));
    requested.addAll(requestedOwn);
    Set<Path> all = new LinkedHashSet<>();
    Set<Path> own = new LinkedHashSet<>();
    Set<Path> missing = new LinkedHashSet<>();
    for (Path entry : requested) {
      if (!Files.exists(entry)) {
        if (requestedOwn.contains(entry)) {
          missing.add(entry);
        }
        continue;
      }
      NestedJars.Unpacked unpacked = nested.unpack(entry);
      all.addAll(unpacked.entries());
      if (requestedOwn.contains(entry)) {
        own.addAll(unpacked.classes());
      }
    }
    return new ClasspathEntries(List.copyOf(all), List.copyOf(own), List.copyOf(missing));
  }

  private static List<Path> absolute(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }
}
