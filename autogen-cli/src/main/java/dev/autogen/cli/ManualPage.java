package dev.autogen.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page in roff, as {@code man} reads it (man(7)), from the commands themselves. */
final class ManualPage {

  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  /** The page of all commands. */
  static String of(CommandLine commandLine, String version) {
    ManualPage manual = new ManualPage();
    manual.write(commandLine, version);
    return manual.page.toString();
  }

  private void write(CommandLine root, String version) {
    CommandSpec spec = root.getCommandSpec();
    macro("TH", "AUTOGEN", "1", "", "autogen " + version, "User Commands");
    section("NAME");
    text("autogen \\- " + escaped(plain(spec.usageMessage().description())));
    section("SYNOPSIS");
    text("\\fBautogen\\fR [\\fIOPTIONS\\fR] \\fICOMMAND\\fR");
    section("DESCRIPTION");
    text(
        escaped(
            "autogen compares JPA entities with a database, writes the migration as Java source,"
                + " proves it on a throwaway database, and runs it."));
    section("OPTIONS");
    text("These hold for every command, and may stand before or after it.");
    spec.options().stream().filter(option -> !option.hidden()).forEach(this::option);
    section("COMMANDS");
    root.getSubcommands().values().forEach(command -> command(command, spec));
    section("EXIT STATUS");
    Map<String, String> codes =
        new TreeMap<>(
            Map.of(
                "0", "fine",
                "1", "the answer is no: the database differs, is not at the head, a proof failed",
                "2", "wrong usage or configuration",
                "3", "it failed"));
    codes.forEach((code, meaning) -> tagged("\\fB" + code + "\\fR", meaning));
    section("EXAMPLES");
    examples(Examples.of("autogen"));
  }

  private void command(CommandLine command, CommandSpec root) {
    CommandSpec spec = command.getCommandSpec();
    StringBuilder synopsis = new StringBuilder("autogen " + spec.name());
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
      synopsis.append(parameter.required() ? " " + label : " [" + label + "]");
    }
    macro("SS", synopsis.toString());
    text(escaped(plain(spec.usageMessage().description())));
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      tagged("\\fI" + escaped(parameter.paramLabel()) + "\\fR", plain(parameter.description()));
    }
    for (OptionSpec option : spec.options()) {
      if (!option.hidden() && !root.optionsMap().containsKey(option.longestName())) {
        option(option);
      }
    }
    examples(Examples.of(spec.name()));
  }

  private void option(OptionSpec option) {
    String label =
        option.arity().max() == 0 ? "" : (option.longestName().startsWith("--") ? "=" : " ");
    String names = String.join(", ", option.names());
    tagged(
        "\\fB"
            + escaped(names)
            + "\\fR"
            + (label.isEmpty() ? "" : label + "\\fI" + escaped(option.paramLabel()) + "\\fR"),
        plain(option.description()));
  }

  private void examples(List<String> examples) {
    if (!examples.isEmpty()) {
      page.append(".PP\n.nf\n.RS\n");
      examples.forEach(example -> text(escaped(example)));
      page.append(".RE\n.fi\n");
    }
  }

  private static String plain(String[] lines) {
    return Ansi.OFF.string(String.join(" ", lines)).replace("%%", "%");
  }

  private void section(String title) {
    macro("SH", title);
  }

  private void tagged(String term, String meaning) {
    page.append(".TP\n").append(term).append('\n');
    text(escaped(meaning));
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
  }

  private void text(String line) {
    page.append(line.startsWith(".") || line.startsWith("'") ? "\\&" : "")
        .append(line)
        .append('\n');
  }

  /** Backslashes and hyphens have a meaning of their own; characters beyond ASCII have names. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\\') {
                escaped.append("\\e");
              } else if (c == '-') {
                escaped.append("\\-");
              } else if (c < 128) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append("\\[u%04X]".formatted(c));
              }
            });
    return escaped.toString();
  }
}
