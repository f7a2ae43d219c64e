package dev.autogen.cli;

import dev.autogen.config.Config;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What was renamed rather than dropped and added; for the commands that compare. */
final class RenameOption {

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description =
          "A column (users.email=email_address) or table (table:people=users) that was renamed;"
              + " may be repeated.")
  private List<String> renames = List.of();

  /** The settings with these renames beside the configured ones. */
  Config addTo(Config config) {
    List<String> all = new ArrayList<>(config.diff().renames());
    all.addAll(renames);
    return config.withDiff(config.diff().withRenames(all));
  }
}
