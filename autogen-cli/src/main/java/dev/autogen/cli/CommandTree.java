package dev.autogen.cli;

import java.util.List;
import picocli.CommandLine;

/** The commands with their options, as they are parsed, explained and completed. */
final class CommandTree {

  /** Commands that take {@code -1} as a revision; {@link RevisionSymbol} tells it from options. */
  private static final List<String> TAKING_REVISIONS =
      List.of("upgrade", "downgrade", "show", "stamp", "repair", "merge", "squash", "edit");

  private CommandTree() {}

  static CommandLine of(AutogenCommand root) {
    CommandLine commandLine =
        new CommandLine(root)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setAbbreviatedOptionsAllowed(false)
            .setOverwrittenOptionsAllowed(true);
    for (String name : TAKING_REVISIONS) {
      commandLine.getSubcommands().get(name).setUnmatchedOptionsArePositionalParams(true);
    }
    commandLine.getSubcommands().forEach((name, command) -> show(command, Examples.of(name)));
    show(commandLine, Examples.of("autogen"));
    return commandLine;
  }

  private static void show(CommandLine command, List<String> examples) {
    command
        .getCommandSpec()
        .usageMessage()
        .footerHeading("%nExamples:%n")
        .footer(
            examples.stream().map(each -> "  " + each.replace("%", "%%")).toArray(String[]::new));
  }
}
