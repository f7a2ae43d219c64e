package dev.autogen.cli;

import dev.autogen.config.MigrationFormat;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which autogen is installed; the launcher names it. */
final class Distribution {

  private static final String HOME = "autogen.home";

  private Distribution() {}

  /** The Hibernate for entities whose class path has none. */
  static List<Path> bundledHibernate() {
    return jars("hibernate");
  }

  /** The tool that runs migrations of a format, for projects whose class path has none. */
  static List<Path> spareRunner(MigrationFormat format) {
    return jars(format.word());
  }

  private static List<Path> jars(String folder) {
    String home = System.getProperty(HOME);
    if (home == null) {
      return List.of();
    }
    Path directory = Path.of(home, folder);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> jars = Files.list(directory)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + directory + ": " + e.getMessage(), e);
    }
  }
}
