package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.authoring.SquashRequest;
import dev.autogen.authoring.WrittenSquash;
import dev.autogen.history.RevisionScript;
import dev.autogen.shadow.Proof;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen squash}. */
@Command(
    name = "squash",
    description =
        "Writes one revision in place of several. Databases anywhere in the range or past it go"
            + " on.")
final class SquashCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Parameters(
      paramLabel = "FROM:TO",
      converter = RevisionSymbol.class,
      description = "The revisions to replace, both included; with --discard, the squash.")
  private String range;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What the squash is (default: which revisions it replaces).")
  private @Nullable String message;

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "The identifier (default: twelve random hexadecimal digits).")
  private @Nullable String id;

  @Option(
      names = "--no-prove",
      description = "Do not compare it with what it replaces on a throwaway database.")
  private boolean unproven;

  @Option(
      names = "--discard",
      description = "Delete the files that a squash replaces, once no database needs them.")
  private boolean discard;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open()) {
      if (discard) {
        print(console, json, project.discardReplaced(range));
        return 0;
      }
      WrittenSquash squash = project.squash(new SquashRequest(range, message, id, !unproven));
      if (json) {
        console.printExact(json(squash));
      } else {
        SquashOutput.print(console, squash);
      }
      return squash.revision().proof().filter(Proof.Result::fails).isPresent() ? 1 : 0;
    }
  }

  private static void print(Console console, boolean json, List<Path> deleted) {
    if (json) {
      List<String> paths = deleted.stream().map(Path::toString).toList();
      console.printExact(Json.text(Json.object("deleted", paths)));
      return;
    }
    deleted.forEach(path -> console.print("Deleted " + RevisionOutput.shortest(path)));
    if (deleted.isEmpty()) {
      console.say("Nothing to delete: the files are gone.");
    }
  }

  private static String json(WrittenSquash squash) {
    return Json.text(
        Json.object(
            "path", squash.revision().path().toString(),
            "id", squash.revision().id(),
            "revises", squash.revision().revises(),
            "replaces", squash.replaces().stream().map(RevisionScript::id).toList(),
            "kept", squash.kept().entrySet().stream().map(SquashCommand::json).toList(),
            "proof", squash.revision().proof().map(ProofOutput::json).orElse(null)));
  }

  private static Map<String, Object> json(Map.Entry<RevisionScript, String> kept) {
    return Json.object("id", kept.getKey().id(), "why", kept.getValue());
  }
}
