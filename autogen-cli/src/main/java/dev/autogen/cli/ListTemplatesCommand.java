package dev.autogen.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code autogen list-templates}. */
@Command(name = "list-templates", description = "Lists what 'init --template' may be.")
final class ListTemplatesCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "templates",
                  Arrays.stream(InitTemplate.values())
                      .map(each -> Json.object("name", each.word(), "synopsis", each.synopsis()))
                      .toList())));
      return 0;
    }
    console.say("Available templates:");
    console.say("");
    for (InitTemplate template : InitTemplate.values()) {
      console.print(template.word() + " - " + template.synopsis());
    }
    console.say("");
    console.say("Templates are used via the 'init' command, e.g.:");
    console.say("");
    console.say("  autogen init --template maven");
    return 0;
  }
}
