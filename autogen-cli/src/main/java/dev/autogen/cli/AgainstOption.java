package dev.autogen.cli;

import dev.autogen.config.Config;
import org.jspecify.annotations.Nullable;
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
              + " database, so that none has to be there (default: database, where one is"
              + " configured).")
  private @Nullable Against against;

  /** The settings for what was chosen; without a choice and a database, those for the history. */
  Config addTo(Config config, Console console) {
    if (against == null && config.database().url() == null) {
      config.database().warnings().forEach(console::warning);
      console.note(
          "No database is configured: the entities are compared with what the committed migrations"
              + " make.");
      return config.againstHistory();
    }
    return against == Against.HISTORY ? config.againstHistory() : config;
  }
}
