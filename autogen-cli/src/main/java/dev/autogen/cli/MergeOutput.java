package dev.autogen.cli;

import dev.autogen.authoring.BranchOverlap;
import dev.autogen.authoring.WrittenMerge;
import dev.autogen.authoring.WrittenRevision;
import java.util.List;
import java.util.Map;

/** A merge that was written, as text and JSON. */
final class MergeOutput {

  private MergeOutput() {}

  static void print(Console console, WrittenMerge merge) {
    BranchOverlap overlap = merge.overlap();
    if (overlap.shared().isEmpty()) {
      console.say("The branches change no object in common.");
    }
    overlap
        .shared()
        .forEach(
            (object, changes) -> {
              console.say("Several branches change the " + object + ":");
              changes.forEach(
                  change ->
                      console.say("  " + change.revision() + ": " + change.operation().summary()));
            });
    overlap
        .unknown()
        .forEach((id, what) -> console.say("Revision " + id + " " + what + ", so look at it too."));
    WrittenRevision revision = merge.revision();
    console.print("Wrote " + RevisionOutput.shortest(revision.path()));
    console.say("");
    console.sayText(revision.source().stripTrailing());
    console.say("");
    revision
        .proof()
        .ifPresent(
            proof ->
                ProofOutput.print(
                    console, proof, "the branches lead to one catalog in both orders"));
    console.say("Review the file, then run 'autogen upgrade'.");
  }

  static String json(WrittenMerge merge) {
    WrittenRevision revision = merge.revision();
    return Json.text(
        Json.object(
            "path", revision.path().toString(),
            "id", revision.id(),
            "revises", revision.revises(),
            "operations", List.of(),
            "shared", merge.overlap().shared().entrySet().stream().map(MergeOutput::json).toList(),
            "unknown", merge.overlap().unknown(),
            "proof", revision.proof().map(ProofOutput::json).orElse(null)));
  }

  private static Map<String, Object> json(Map.Entry<?, List<BranchOverlap.BranchChange>> shared) {
    return Json.object(
        "object", shared.getKey().toString(),
        "changes",
            shared.getValue().stream()
                .map(
                    change ->
                        Json.object(
                            "head", change.head(),
                            "revision", change.revision(),
                            "summary", change.operation().summary()))
                .toList());
  }
}
