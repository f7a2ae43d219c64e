package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.RevisionRequest;
import dev.autogen.WrittenRevision;
import dev.autogen.shadow.Proof;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen revision}. */
@Command(
    name = "revision",
    description = "Writes the migration that brings the database to the entities.")
final class RevisionCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;
  @Mixin private RenameOption renames = new RenameOption();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What the migration does (default: what it changes).")
  private @Nullable String message;

  @Option(
      names = "--empty",
      description = "Write a migration without operations, for changes of data.")
  private boolean empty;

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "The identifier (default: twelve random hexadecimal digits).")
  private @Nullable String id;

  @Option(
      names = "--no-prove",
      description = "Do not run the migration on a throwaway database before handing it over.")
  private boolean unproven;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    try (Project project = autogen.open(renames::addTo)) {
      Optional<WrittenRevision> written =
          project.writeRevision(new RevisionRequest(message, empty, id, !unproven));
      if (json) {
        console.print(json(written));
      } else if (written.isEmpty()) {
        console.say("No changes: the database matches the entities. Nothing was written.");
      } else {
        print(console, written.get());
      }
      return written.flatMap(WrittenRevision::proof).filter(Proof.Result::fails).isPresent()
          ? 1
          : 0;
    }
  }

  private static void print(Console console, WrittenRevision written) {
    DriftOutput.lines(written.changes(), console).forEach(console::say);
    console.print("Wrote " + shortest(written.path()));
    console.say("");
    console.say(written.source().stripTrailing());
    console.say("");
    written.proof().ifPresent(proof -> print(console, proof));
    console.say("Review the file, then run 'autogen upgrade'.");
  }

  private static void print(Console console, Proof.Result proof) {
    if (proof.fails()) {
      console.warning("The proof on " + proof.product() + " failed; the file is marked so.");
      proof.failures().forEach(console::warning);
    } else if (proof.holds()) {
      console.say("Proven on " + proof.product() + ": upgrade, downgrade and upgrade again.");
    } else {
      console.warning("Not proven.");
    }
    proof.reservations().forEach(console::warning);
  }

  /** The path as a person would type it. */
  private static Path shortest(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private static String json(Optional<WrittenRevision> written) {
    return Json.text(
        written
            .map(
                revision ->
                    Json.object(
                        "path", revision.path().toString(),
                        "id", revision.id(),
                        "revises", revision.revises(),
                        "operations", Json.operations(revision.changes())))
            .orElseGet(
                () ->
                    Json.object(
                        "path", null, "id", null, "revises", List.of(), "operations", List.of())));
  }
}
