package dev.autogen.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds the options that name the application to the commands that a message tells a person to run;
 * without them they would look for a project.
 */
final class NextCommands {

  private static final Pattern COMMAND =
      Pattern.compile(
          "'autogen (?:upgrade|downgrade|stamp|current|history|heads|branches|show|status"
              + "|ensure-version|repair)(?: [^']*)?(?=')");

  private NextCommands() {}

  /**
   * The message with options added to each such command.
   *
   * @param options as they are written, with a space before each; empty for a project
   */
  static String with(String options, String message) {
    return options.isEmpty()
        ? message
        : COMMAND
            .matcher(message)
            .replaceAll(
                command ->
                    Matcher.quoteReplacement(
                        command.group().contains(options)
                            ? command.group()
                            : command.group() + options));
  }
}
