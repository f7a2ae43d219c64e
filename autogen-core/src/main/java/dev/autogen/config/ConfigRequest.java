package dev.autogen.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a front end was given for the project.
 *
 * @param directory the project's directory, or null for the one of {@code file}, or else the
 *     current one
 * @param file the configuration file, or null for {@code autogen.toml} in the directory
 * @param name the section {@code [name.…]} of the file that overrides the rest, or null
 * @param url the database, or null
 * @param classpath the entities' class path; empty for the configured one
 * @param environment the process's environment
 * @param application the folders with the resources of a delivered application, whose settings take
 *     the place of those of a project's; empty for a project
 */
public record ConfigRequest(
    @Nullable Path directory,
    @Nullable Path file,
    @Nullable String name,
    @Nullable String url,
    List<String> classpath,
    Map<String, String> environment,
    List<Path> application) {

  public ConfigRequest {
    application = List.copyOf(application);
    classpath = List.copyOf(classpath);
    environment = Map.copyOf(environment);
  }

  /** A request for a project. */
  public ConfigRequest(
      @Nullable Path directory,
      @Nullable Path file,
      @Nullable String name,
      @Nullable String url,
      List<String> classpath,
      Map<String, String> environment) {
    this(directory, file, name, url, classpath, environment, List.of());
  }

  /** A request for a project, without a named section. */
  public ConfigRequest(
      @Nullable Path directory,
      @Nullable Path file,
      @Nullable String url,
      List<String> classpath,
      Map<String, String> environment) {
    this(directory, file, null, url, classpath, environment);
  }

  /** The same request for a delivered application. */
  public ConfigRequest withApplication(List<Path> folders) {
    return new ConfigRequest(directory, file, name, url, classpath, environment, folders);
  }
}
