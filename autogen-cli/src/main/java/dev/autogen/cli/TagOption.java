package dev.autogen.cli;

import dev.autogen.config.Config;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A word about a run; for the commands that change where the database is. */
final class TagOption {

  @Option(
      names = "--tag",
      paramLabel = "TEXT",
      description =
          "A word about this run, which migrations read by op.tag and status shows beside who"
              + " ran it.")
  private @Nullable String tag;

  /** The settings with this tag. */
  Config addTo(Config config) {
    return config.withRunner(config.runner().withTag(tag));
  }
}
