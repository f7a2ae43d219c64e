package dev.autogen.cli;

import dev.autogen.config.Config;
import picocli.CommandLine.Option;

/** What the entities are compared with; for the commands that compare. */
final class AgainstOption {

  /** What a comparison starts from. */
  enum Against {
    DATABASE,
    HISTORY
  }

  @Option(
      names = "--against",
      paramLabel = "WHAT",
      description =
          "database, or history: the schema that the committed migrations make on a throwaway"
              + " database, so that none has to be there (default: database).")
  private Against against = Against.DATABASE;

  /** The settings for what was chosen. */
  Config addTo(Config config) {
    return against == Against.HISTORY ? config.againstHistory() : config;
  }
}
