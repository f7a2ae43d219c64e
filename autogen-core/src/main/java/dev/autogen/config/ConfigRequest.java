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
 */
public record ConfigRequest(
    @Nullable Path directory,
    @Nullable Path file,
    @Nullable String name,
    @Nullable String url,
    List<String> classpath,
    Map<String, String> environment) {

  public ConfigRequest {
    classpath = List.copyOf(classpath);
    environment = Map.copyOf(environment);
  }

  /** A request without a named section. */
  public ConfigRequest(
      @Nullable Path directory,
      @Nullable Path file,
      @Nullable String url,
      List<String> classpath,
      Map<String, String> environment) {
    this(directory, file, null, url, classpath, environment);
  }
}
