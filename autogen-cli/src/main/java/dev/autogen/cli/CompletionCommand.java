package dev.autogen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code autogen completion}. */
@Command(
    name = "completion",
    description = "Prints the script by which a shell completes commands and options.")
final class CompletionCommand implements Callable<Integer> {

  /** The shells that are known; zsh reads the script of bash by its bashcompinit. */
  enum Shell {
    BASH,
    ZSH
  }

  private static final Pattern VALUES = Pattern.compile("(?<=_option_args=\\()[^)]*");

  @ParentCommand private AutogenCommand autogen;
  @Spec private CommandSpec spec;

  /** Their names as they are typed. */
  static final class Names extends ArrayList<String> {

    private static final long serialVersionUID = 1L;

    Names() {
      super(List.of("bash", "zsh"));
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      completionCandidates = Names.class,
      description = "bash or zsh (default: bash).")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    autogen.console().printExact(script(spec.root()).stripTrailing());
    return 0;
  }

  /** The script for both shells; values are completed in lower case, as the help has them. */
  static String script(CommandSpec root) {
    return VALUES
        .matcher(AutoComplete.bash(root.name(), root.commandLine()))
        .replaceAll(values -> Matcher.quoteReplacement(values.group().toLowerCase(Locale.ROOT)));
  }
}
