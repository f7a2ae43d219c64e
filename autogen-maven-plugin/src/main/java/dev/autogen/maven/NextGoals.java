package dev.autogen.maven;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the commands that a message tells a person to run as goals, where the plugin has them:
 * what has no goal, such as {@code autogen stamp}, stays a command of the command line.
 */
final class NextGoals {

  private static final Pattern COMMAND = Pattern.compile("'autogen ([a-z]+)([^'\n]*)'");

  /** The parameter that takes what stands behind the command, by the command. */
  private static final Map<String, String> GOALS =
      Map.of(
          "accept", "objects",
          "check", "",
          "current", "",
          "diff", "",
          "downgrade", "revision",
          "history", "range",
          "prove", "range",
          "revision", "",
          "status", "",
          "upgrade", "revision");

  /** Options and the parameters that mean the same. */
  private static final List<Map.Entry<String, String>> OPTIONS =
      List.of(
          Map.entry("--prune", "prune=true"),
          Map.entry("--replace", "replace=true"),
          Map.entry("--yes", "yes=true"),
          Map.entry("--against history", "against=history"),
          Map.entry("-m \"…\"", "message=\"…\""));

  private NextGoals() {}

  /** The message with goals in place of commands. */
  static String in(String message) {
    return COMMAND
        .matcher(message)
        .replaceAll(
            found -> Matcher.quoteReplacement(goal(found.group(1), found.group(2), found.group())));
  }

  private static String goal(String command, String arguments, String written) {
    String parameter = GOALS.get(command);
    if (parameter == null) {
      return written;
    }
    StringBuilder goal = new StringBuilder("'mvn autogen:").append(command);
    String rest = arguments.strip();
    for (Map.Entry<String, String> option : OPTIONS) {
      if (rest.contains(option.getKey())) {
        goal.append(" -Dautogen.").append(option.getValue());
        rest = rest.replace(option.getKey(), "").strip();
      }
    }
    if (rest.startsWith("-") && !rest.matches("-\\d+") || rest.contains(" ")) {
      return written;
    }
    boolean usual = rest.isEmpty() || (command.equals("upgrade") && rest.equals("head"));
    if (!usual && parameter.isEmpty()) {
      return written;
    }
    return goal.append(usual ? "" : " -Dautogen." + parameter + "=" + rest).append("'").toString();
  }
}
