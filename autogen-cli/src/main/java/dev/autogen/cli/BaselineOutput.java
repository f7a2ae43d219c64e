package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.authoring.WrittenRevision;
import dev.autogen.shadow.Proof;

/** {@code autogen init --from-database}: the first revision, from what is there. */
final class BaselineOutput {

  private BaselineOutput() {}

  /** Writes the baseline and says so, and answers the exit code. */
  static int write(AutogenCommand autogen) {
    Console console = autogen.console();
    try (Project project = autogen.open()) {
      WrittenRevision baseline = project.baseline();
      Proof.Result proof = baseline.proof().orElseThrow();
      if (autogen.json()) {
        console.printExact(Json.text(RevisionOutput.of(baseline)));
      } else {
        console.print("Wrote " + RevisionOutput.shortest(baseline.path()));
        int objects = baseline.changes().size();
        console.say("  " + objects + (objects == 1 ? " object" : " objects") + " of the database");
        ProofOutput.print(console, proof, "upgrade, downgrade and upgrade again");
        boolean noted = project.current().contains(baseline.id());
        console.say(
            (noted ? "The database is noted as being at it. " : "")
                + "On every other one that has this schema, run"
                + " 'autogen stamp "
                + baseline.id()
                + "'.");
        console.say("Next: 'autogen check' compares the database with the entities.");
      }
      return proof.fails() ? 1 : 0;
    }
  }
}
