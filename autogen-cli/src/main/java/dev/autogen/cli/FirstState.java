package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.authoring.Acceptance;
import dev.autogen.authoring.AcceptanceRequest;
import dev.autogen.authoring.WrittenRevision;
import dev.autogen.shadow.Proof;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state from which a project begins with a database that exists: a first revision from what is
 * there, and the differences that are accepted.
 *
 * @param accepts whether what differs is accepted
 */
record FirstState(AutogenCommand autogen, boolean accepts) {

  private static final AcceptanceRequest ALL =
      new AcceptanceRequest("there when autogen was adopted", List.of(), false);

  /** Writes the baseline and says so, and answers the exit code. */
  int baseline() {
    Console console = autogen.console();
    try (Project project = autogen.open()) {
      WrittenRevision baseline = project.baseline();
      Proof.Result proof = baseline.proof().orElseThrow();
      if (!autogen.json()) {
        say(console, project, baseline, proof);
      }
      if (proof.fails()) {
        return end(baseline, null, 1);
      }
      boolean wanted =
          accepts
              || (console.isTerminal()
                  && project.compare().exists()
                  && console.confirms(
                      "The database differs from the entities. Accept that, so that 'check'"
                          + " succeeds from the first day? [y/N] "));
      Acceptance acceptance = wanted ? project.accept(ALL) : null;
      return end(baseline, acceptance, 0);
    }
  }

  private int end(WrittenRevision baseline, @Nullable Acceptance acceptance, int code) {
    Console console = autogen.console();
    if (autogen.json()) {
      Map<String, Object> json = RevisionOutput.of(baseline);
      if (acceptance != null) {
        json.put("accepted", acceptance.added().size());
      }
      console.printExact(Json.text(json));
    } else if (acceptance == null) {
      console.say("Next: 'autogen check' compares the database with the entities.");
    } else {
      conclude(acceptance);
    }
    return code;
  }

  private static void say(
      Console console, Project project, WrittenRevision baseline, Proof.Result proof) {
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
  }

  /** Accepts what differs now, and says so. */
  void accept() {
    try (Project project = autogen.open()) {
      conclude(project.accept(ALL));
    }
  }

  /** Accepts what differs now, and answers how much that is. */
  int accepted() {
    try (Project project = autogen.open()) {
      return project.accept(ALL).added().size();
    }
  }

  private void conclude(Acceptance acceptance) {
    Console console = autogen.console();
    int added = acceptance.added().size();
    console.say(
        added == 0
            ? "The database matches the entities, so there is nothing to accept."
            : "Accepted what differs now: "
                + added
                + (added == 1 ? " difference in " : " differences in ")
                + acceptance.file().getFileName()
                + ", which you commit.");
    console.say("Next: 'autogen check' succeeds, until something else differs.");
  }
}
