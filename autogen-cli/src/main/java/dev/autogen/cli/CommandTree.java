package dev.autogen.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The commands with their options, as they are parsed, explained and completed. */
final class CommandTree {

  /** Commands that take {@code -1} as a revision; {@link RevisionSymbol} tells it from options. */
  private static final List<String> TAKING_REVISIONS =
      List.of("upgrade", "downgrade", "show", "stamp", "repair", "merge", "squash", "edit");

  private CommandTree() {}

  /** The commands that the arguments name, or all where they name none. */
  static CommandLine of(AutogenCommand root, String... arguments) {
    CommandLine commandLine = new CommandLine(root);
    Commands.addTo(commandLine, arguments);
    commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setOverwrittenOptionsAllowed(true);
    for (String name : TAKING_REVISIONS) {
      Optional.ofNullable(commandLine.getSubcommands().get(name))
          .ifPresent(command -> command.setUnmatchedOptionsArePositionalParams(true));
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
