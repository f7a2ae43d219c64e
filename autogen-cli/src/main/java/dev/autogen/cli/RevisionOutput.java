package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.authoring.RevisionOutcome;
import dev.autogen.authoring.WrittenRevision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A revision that was written, as text and JSON. */
final class RevisionOutput {

  private RevisionOutput() {}

  static void print(Console console, RevisionOutcome outcome, Project project) {
    String subject = project.subject();
    ToleratedOutput tolerated = new ToleratedOutput(outcome.tolerated(), subject);
    if (outcome.revision().isEmpty()) {
      console.say(
          "No changes: the "
              + subject
              + " matches the entities"
              + outcome
                  .replaced()
                  .map(file -> " without that revision. Deleted " + shortest(file))
                  .orElse(". Nothing was written")
              + ".");
      tolerated.print(console);
      return;
    }
    WrittenRevision revision = outcome.revision().get();
    DriftOutput.lines(revision.changes(), console).forEach(console::say);
    tolerated.print(console);
    console.print("Wrote " + shortest(revision.path()));
    outcome
        .replaced()
        .filter(file -> !file.equals(revision.path()))
        .ifPresent(file -> console.print("Deleted " + shortest(file)));
    console.say("");
    console.sayText(revision.source().stripTrailing());
    console.say("");
    revision
        .proof()
        .ifPresent(
            proof -> ProofOutput.print(console, proof, "upgrade, downgrade and upgrade again"));
    console.say("Review the file, then run '" + project.applyCommand() + "'.");
  }

  /** The path as a person would type it. */
  static Path shortest(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  static String json(RevisionOutcome outcome, String subject) {
    Map<String, Object> result =
        outcome
            .revision()
            .map(RevisionOutput::of)
            .orElseGet(
                () ->
                    Json.object(
                        "path", null, "id", null, "revises", List.of(), "operations", List.of()));
    outcome.replaced().ifPresent(file -> result.put("replaced", file.toString()));
    return Json.text(new ToleratedOutput(outcome.tolerated(), subject).addTo(result));
  }

  /** A revision that was written, as JSON. */
  static Map<String, Object> of(WrittenRevision revision) {
    return Json.object(
        "path", revision.path().toString(),
        "id", revision.id(),
        "revises", revision.revises(),
        "operations", Json.operations(revision.changes()));
  }
}
