package dev.autogen.cli;

import dev.autogen.shadow.Proof;
import java.util.Map;

/** What came of a proof, as text and JSON. */
final class ProofOutput {

  private ProofOutput() {}

  static void print(Console console, Proof.Result proof, String proven) {
    if (proof.fails()) {
      console.warning("The proof on " + proof.product() + " failed; the file is marked so.");
      proof.failures().forEach(console::warning);
    } else if (proof.holds()) {
      console.say("Proven on " + proof.product() + ": " + proven + ".");
    } else {
      console.warning("Not proven.");
    }
    proof.reservations().forEach(console::warning);
  }

  static Map<String, Object> json(Proof.Result proof) {
    return Json.object(
        "holds", proof.holds(),
        "database", proof.product(),
        "failures", proof.failures(),
        "reservations", proof.reservations());
  }
}
