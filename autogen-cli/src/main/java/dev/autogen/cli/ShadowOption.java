package dev.autogen.cli;

import dev.autogen.config.Config;
import dev.autogen.schema.AutogenException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which PostgreSQL the throwaway database is; for the commands that may start one. */
final class ShadowOption {

  @Option(
      names = "--shadow-version",
      paramLabel = "VERSION",
      description =
          "The version of PostgreSQL that the throwaway database is, such as 14 or 14.23 (default:"
              + " [shadow] version, else that of the database).")
  private @Nullable String version;

  /** The settings with that version. */
  Config addTo(Config config) {
    if (version == null) {
      return config;
    }
    if (!version.matches("\\d+(\\.\\d+){0,2}")) {
      throw AutogenException.usage(
          "--shadow-version " + version + " is no version; write it like 14 or 14.23.");
    }
    return config.withShadowVersion(version);
  }
}
