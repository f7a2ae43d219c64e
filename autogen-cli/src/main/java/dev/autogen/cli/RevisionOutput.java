package dev.autogen.cli;

import dev.autogen.authoring.WrittenRevision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A revision that was written, as text and JSON. */
final class RevisionOutput {

  private RevisionOutput() {}

  static void print(Console console, Optional<WrittenRevision> written, String subject) {
    if (written.isEmpty()) {
      console.say("No changes: the " + subject + " matches the entities. Nothing was written.");
      return;
    }
    WrittenRevision revision = written.get();
    DriftOutput.lines(revision.changes(), console).forEach(console::say);
    console.print("Wrote " + shortest(revision.path()));
    console.say("");
    console.sayText(revision.source().stripTrailing());
    console.say("");
    revision
        .proof()
        .ifPresent(
            proof -> ProofOutput.print(console, proof, "upgrade, downgrade and upgrade again"));
    console.say("Review the file, then run 'autogen upgrade'.");
  }

  /** The path as a person would type it. */
  static Path shortest(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  static String json(Optional<WrittenRevision> written) {
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
