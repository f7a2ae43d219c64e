package dev.autogen.cli;

import dev.autogen.authoring.WrittenSquash;
import dev.autogen.history.RevisionScript;

/** A squash that was written, as text. */
final class SquashOutput {

  private SquashOutput() {}

  static void print(Console console, WrittenSquash squash) {
    for (RevisionScript revision : squash.replaces()) {
      String why = squash.kept().get(revision);
      console.say(
          "  "
              + revision.id()
              + ", "
              + revision.message()
              + ": "
              + (why == null ? "merged" : "kept as it was written, because it " + why));
    }
    console.print("Wrote " + RevisionOutput.shortest(squash.revision().path()));
    console.say("");
    console.sayText(squash.revision().source().stripTrailing());
    console.say("");
    squash
        .revision()
        .proof()
        .ifPresent(
            proof ->
                ProofOutput.print(console, proof, "the same catalog and rows as what it replaces"));
    console.say(
        "Review the file. Databases amidst the range need the old files; once every database is"
            + " past it, run 'autogen squash --discard "
            + squash.revision().id()
            + "'.");
  }
}
