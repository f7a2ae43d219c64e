package dev.autogen.archive;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the parts of a delivered application lie.
 *
 * @param file what the person named
 * @param form what it is, in words
 * @param classPath the jars and folders to search; those within a jar are found in it
 * @param resources the folders with the application's own resources
 * @param opened the jars whose folders these are
 */
record ArchiveLayout(
    Path file, String form, List<Path> classPath, List<Path> resources, List<FileSystem> opened)
    implements AutoCloseable {

  private static final String SPRING_BOOT = "BOOT-INF/classes";
  private static final String WAR = "WEB-INF";
  private static final String QUARKUS_RUNNER = "quarkus-run.jar";

  static ArchiveLayout of(Path file) {
    Path place = file.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      return Files.isRegularFile(place.resolve(QUARKUS_RUNNER))
          ? quarkus(file, place)
          : of(file, place, List.of(place), List.of());
    }
    if (!Files.exists(place)) {
      throw AutogenException.usage(
          "There is no file "
              + file
              + "; --jar names the jar, the war or the folder that the application runs from.");
    }
    Path folder = place.getParent();
    if (folder != null && Files.isRegularFile(folder.resolve("quarkus/quarkus-application.dat"))) {
      return quarkus(file, folder);
    }
    FileSystem jar = open(place);
    return of(file, jar.getPath("/"), List.of(place), List.of(jar));
  }

  private static ArchiveLayout of(
      Path file, Path root, List<Path> classPath, List<FileSystem> opened) {
    String kind = opened.isEmpty() ? "a folder" : "a jar";
    if (Files.isDirectory(root.resolve(SPRING_BOOT))) {
      List<Path> resources = List.of(root.resolve(SPRING_BOOT));
      return new ArchiveLayout(file, kind + " of Spring Boot", classPath, resources, opened);
    }
    if (Files.isDirectory(root.resolve(WAR))) {
      List<Path> resources = List.of(root.resolve(WAR).resolve("classes"));
      return new ArchiveLayout(
          file, opened.isEmpty() ? "the folder of a war" : "a war", classPath, resources, opened);
    }
    return new ArchiveLayout(file, kind, classPath, List.of(root), opened);
  }

  /**
   * A Quarkus application: its runner reads the list of its jars from a file of its own format, so
   * the folders are taken instead (Quarkus, "Maven tooling", "Using fast-jar").
   */
  private static ArchiveLayout quarkus(Path file, Path folder) {
    List<Path> own = jars(folder.resolve("app"));
    List<Path> all = new ArrayList<>(own);
    for (String libraries : List.of("lib/main", "lib/boot")) {
      all.addAll(jars(folder.resolve(libraries)));
    }
    List<FileSystem> opened = own.stream().map(ArchiveLayout::open).toList();
    List<Path> resources = opened.stream().map(jar -> jar.getPath("/")).toList();
    return new ArchiveLayout(file, "the folder of a Quarkus application", all, resources, opened);
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw AutogenException.failed("The folder " + folder + " cannot be read.", e);
    }
  }

  private static FileSystem open(Path jar) {
    if (!Files.isReadable(jar)) {
      throw AutogenException.usage("The file " + jar + " cannot be read by this user.");
    }
    if (FileSystemProvider.installedProviders().stream()
        .noneMatch(provider -> provider.getScheme().equals("jar"))) {
      throw AutogenException.usage(
          "This Java cannot read jars as folders: it was linked without the module jdk.zipfs. Add it,"
              + " or run autogen with another Java: JAVA_HOME names it.");
    }
    try {
      return FileSystems.newFileSystem(jar);
    } catch (IOException | ProviderNotFoundException e) {
      throw AutogenException.usage(
          "The file "
              + jar
              + " is no jar, or not a whole one: its list of entries cannot be read. Build or copy"
              + " it again.");
    }
  }

  @Override
  public void close() {
    for (FileSystem jar : opened) {
      try {
        jar.close();
      } catch (IOException e) {
        throw AutogenException.failed("The jar " + jar + " cannot be closed.", e);
      }
    }
  }
}
