package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen history}. */
@Command(name = "history", description = "Lists the revisions, newest first.")
final class HistoryCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "START:END",
      description = "The revisions from START to END; either may be left out.")
  private @Nullable String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revision that the database is at.")
  private boolean indicateCurrent;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open()) {
      List<String> current = indicateCurrent ? project.current() : List.of();
      RevisionGraph history = project.history().at(current);
      List<RevisionScript> revisions =
          new ArrayList<>(range == null ? history.all() : project.range(range));
      Collections.reverse(revisions);
      if (json) {
        console.print(
            Json.text(Json.object("revisions", revisions.stream().map(Json::revision).toList())));
        return 0;
      }
      RevisionText text =
          new RevisionText(history, current.stream().map(history::standingFor).toList());
      boolean details = autogen.options().verbose();
      revisions.forEach(
          script -> console.print(details ? text.details(script) + "\n" : text.line(script)));
      return 0;
    }
  }
}
