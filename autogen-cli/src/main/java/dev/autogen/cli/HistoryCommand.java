package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.history.HistoryGraph;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen history}. */
@Command(name = "history", description = "Lists the revisions, newest first.")
final class HistoryCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private JarOption jar = new JarOption();

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "START:END",
      description = "The revisions from START to END; either may be left out.")
  private @Nullable String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revision that the database is at.")
  private boolean indicateCurrent;

  @Option(names = "--graph", description = "Draw branches and merges as lines.")
  private boolean graph;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(jar)) {
      List<String> current = indicateCurrent ? project.current() : List.of();
      RevisionGraph history = project.history().at(current);
      List<RevisionScript> revisions =
          new ArrayList<>(range == null ? history.all() : project.range(range));
      Collections.reverse(revisions);
      if (json) {
        console.printExact(
            Json.text(
                Json.object(
                    "revisions",
                    revisions.stream()
                        .map(each -> json(project.history(), each, current))
                        .toList())));
        return 0;
      }
      if (history.all().isEmpty()) {
        console.note(StatusOutput.NONE);
      }
      RevisionText text =
          new RevisionText(history, current.stream().map(history::standingFor).toList());
      boolean details = autogen.options().verbose();
      if (graph) {
        HistoryGraph.of(revisions, text, details)
            .forEach(row -> console.print(GraphColours.line(row, console)));
        return 0;
      }
      revisions.forEach(
          script -> console.printText(details ? text.details(script) + "\n" : text.line(script)));
      return 0;
    }
  }

  private Map<String, Object> json(
      RevisionGraph history, RevisionScript script, List<String> current) {
    Map<String, Object> revision = Json.revision(script);
    revision.put("head", history.childrenOf(script.id()).isEmpty());
    if (indicateCurrent) {
      revision.put("current", current.contains(script.id()));
    }
    return revision;
  }
}
