package dev.autogen.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the settings of an application are looked for: in the resources of its project, or in what
 * it is delivered as.
 *
 * @param directory the project's directory; for a delivered application, the one that it starts in
 * @param archive the folders of a delivered application that hold its resources; empty for a
 *     project
 */
record ApplicationPlaces(Path directory, List<Path> archive) {

  private static final String RESOURCES = "src/main/resources";

  ApplicationPlaces {
    archive = List.copyOf(archive);
  }

  static ApplicationPlaces project(Path directory) {
    return new ApplicationPlaces(directory, List.of());
  }

  /** Whether the application is delivered, and its settings are those of production. */
  boolean isDelivered() {
    return !archive.isEmpty();
  }

  /** The folders of the application's own files, in their order: the first with a setting wins. */
  List<Path> folders() {
    return Stream.concat(
            Stream.of(directory.resolve("config"), directory),
            resources().stream().flatMap(each -> Stream.of(each.resolve("config"), each)))
        .toList();
  }

  /** A file among the resources. */
  Optional<Path> resource(String name) {
    return resources().stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private List<Path> resources() {
    return isDelivered() ? archive : List.of(directory.resolve(RESOURCES));
  }

  /** What a file is called in messages. */
  String name(Path file) {
    if (file.startsWith(directory)) {
      return directory.relativize(file).toString();
    }
    for (Path folder : archive) {
      if (file.startsWith(folder)) {
        return folder.relativize(file) + " of the application";
      }
    }
    return file.toString();
  }
}
