package dev.autogen.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * Adds the commands to the command line: only those that the arguments name, or all if they name
 * none. Describing all of them takes longer than most commands take to run.
 */
final class Commands {

  private static final List<String> NAMES =
      List.of(
          "init",
          "list-templates",
          "revision",
          "merge",
          "squash",
          "edit",
          "upgrade",
          "downgrade",
          "current",
          "history",
          "heads",
          "status",
          "branches",
          "show",
          "stamp",
          "ensure-version",
          "repair",
          "check",
          "drift",
          "accept",
          "diff",
          "prove",
          "lint",
          "review",
          "completion");

  private Commands() {}

  /** Adds the commands that are among the arguments, or all. */
  static void addTo(CommandLine root, String... arguments) {
    List<String> words = Arrays.asList(arguments);
    List<String> named = NAMES.stream().filter(words::contains).toList();
    boolean all = named.isEmpty() || named.contains("completion");
    for (String name : all ? NAMES : named) {
      root.addSubcommand(make(name));
    }
  }

  private static Object make(String name) {
    return switch (name) {
      case "init" -> new InitCommand();
      case "list-templates" -> new ListTemplatesCommand();
      case "revision" -> new RevisionCommand();
      case "merge" -> new MergeCommand();
      case "squash" -> new SquashCommand();
      case "edit" -> new EditCommand();
      case "upgrade" -> new UpgradeCommand();
      case "downgrade" -> new DowngradeCommand();
      case "current" -> new CurrentCommand();
      case "history" -> new HistoryCommand();
      case "heads" -> new HeadsCommand();
      case "status" -> new StatusCommand();
      case "branches" -> new BranchesCommand();
      case "show" -> new ShowCommand();
      case "stamp" -> new StampCommand();
      case "ensure-version" -> new EnsureVersionCommand();
      case "repair" -> new RepairCommand();
      case "check" -> new CheckCommand();
      case "drift" -> new DriftCommand();
      case "accept" -> new AcceptCommand();
      case "diff" -> new DiffCommand();
      case "prove" -> new ProveCommand();
      case "lint" -> new LintCommand();
      case "review" -> new ReviewCommand();
      case "completion" -> new CompletionCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
