package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Describes why no entity was found. An empty model is always refused, because it would drop every
 * table.
 */
final class NoEntities {

  private NoEntities() {}

  static AutogenException found(
      ModelRequest request, ClasspathEntries entries, UnitSelection unit, MappedClasses mapped) {
    if (!mapped.outdated().isEmpty()) {
      return AutogenException.usage(
          "The entities use the old javax.persistence API ("
              + mapped.outdated().first()
              + "), which Hibernate 6 and later do not read.\n"
              + "Migrate them to jakarta.persistence, or add that version of the project to the"
              + " class path.");
    }
    if (!unit.named() && request.packages().isEmpty() && isUncompiled(entries)) {
      return AutogenException.usage(
          "No entity found: the project is not compiled, there are no classes in "
              + places(entries.own().isEmpty() ? entries.missing() : entries.own())
              + ".\nRun '"
              + request.buildCommand()
              + "' first.");
    }
    String where =
        unit.named()
            ? "the persistence unit '" + request.persistenceUnit() + "'"
            : request.packages().isEmpty()
                ? places(entries.own())
                : "the packages "
                    + String.join(", ", request.packages())
                    + " of "
                    + entries.all().size()
                    + " class path entries";
    return AutogenException.usage(
        "No entity found in "
            + where
            + ".\nCompile the entities with '"
            + request.buildCommand()
            + "', or name their jars and folders under [model] classpath, or their packages under"
            + " [model] packages in autogen.toml.");
  }

  private static boolean isUncompiled(ClasspathEntries entries) {
    return entries.own().stream().noneMatch(NoEntities::hasClasses);
  }

  private static boolean hasClasses(Path entry) {
    if (!Files.isDirectory(entry)) {
      return true;
    }
    try (Stream<Path> files = Files.walk(entry)) {
      return files.anyMatch(file -> file.toString().endsWith(".class"));
    } catch (IOException e) {
      return false;
    }
  }

  private static String places(List<Path> entries) {
    if (entries.isEmpty()) {
      return "an empty class path";
    }
    List<String> shown = entries.stream().limit(3).map(Path::toString).toList();
    int more = entries.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
