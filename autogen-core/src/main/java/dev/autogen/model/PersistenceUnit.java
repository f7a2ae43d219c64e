package dev.autogen.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of {@code META-INF/persistence.xml} (Jakarta Persistence 3.2, 8.2).
 *
 * @param root the class path entry that holds the file
 * @param classes the classes that it lists
 * @param mappingFiles the mapping files that it lists, as names of resources
 * @param jarFiles the further class path entries that it lists
 * @param excludeUnlisted whether the classes of its root are left out
 * @param properties its settings
 */
record PersistenceUnit(
    @Nullable String name,
    Path root,
    List<String> classes,
    List<String> mappingFiles,
    List<Path> jarFiles,
    boolean excludeUnlisted,
    Map<String, String> properties) {
  PersistenceUnit {
    classes = List.copyOf(classes);
    mappingFiles = List.copyOf(mappingFiles);
    jarFiles = List.copyOf(jarFiles);
    properties = Map.copyOf(properties);
  }
}
