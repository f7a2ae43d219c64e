package dev.autogen.cli;

import dev.autogen.config.ConfigRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before its name or after it. */
final class GlobalOptions {

  /** How a result is written. */
  enum Format {
    TEXT,
    JSON,
    SQL,
    JAVA,
    SARIF,
    GITHUB,
    MARKDOWN;

    /** The format as a person writes it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The command that alone knows the format. */
    String command() {
      return this == SQL || this == JAVA ? "diff" : "lint";
    }
  }

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The project's directory (default: that of --config, or the current one).")
  private @Nullable Path directory;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration file (default: autogen.toml in the project's directory).")
  private @Nullable Path config;

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The section [name.NAME] of the configuration file that stands over the rest.")
  private @Nullable String name;

  @Option(
      names = "-x",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description = "An argument for migrations, which read it by op.argument; may be repeated.")
  private Map<String, String> arguments = Map.of();

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The database, in place of the configured one.")
  private @Nullable String url;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      scope = ScopeType.INHERIT,
      description = "The entities' class path: jars, folders and globs.")
  private @Nullable String classpath;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description =
          "text or json; for diff also sql and java, for lint sarif, github and markdown (default:"
              + " text).")
  private Format format = Format.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing but the result.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say where settings come from, what is left out and why, and what runs.")
  private boolean verbose;

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  Format format() {
    return format;
  }

  ConfigRequest request(Map<String, String> environment) {
    List<String> entries = new ArrayList<>();
    if (classpath != null) {
      for (String entry : classpath.split(java.io.File.pathSeparator)) {
        if (!entry.isBlank()) {
          entries.add(entry.strip());
        }
      }
    }
    return new ConfigRequest(directory, config, name, url, entries, environment);
  }

  /** What migrations are told. */
  Map<String, String> arguments() {
    return arguments;
  }
}
