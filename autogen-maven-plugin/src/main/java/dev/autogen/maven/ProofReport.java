package dev.autogen.maven;

import dev.autogen.shadow.Proof;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What the proof of a new migration found, in words. */
record ProofReport(Proof.Result proof) {

  /**
   * Writes it into the build's log; a migration that does not do what it should fails the build.
   */
  void write(Log log) throws MojoFailureException {
    proof.reservations().forEach(log::warn);
    proof
        .rows()
        .surprises()
        .forEach(line -> log.warn("with " + proof.rows().scale() + ": " + line));
    if (proof.fails()) {
      throw new MojoFailureException(
          "The proof of the migration on "
              + proof.product()
              + " failed; the file is marked so:\n  "
              + String.join("\n  ", proof.failures())
              + "\nCorrect the file, or delete it and write it again with: mvn autogen:revision");
    }
    if (proof.holds()) {
      log.info("Proven on " + proof.product() + ": upgrade, downgrade and upgrade again.");
      if (!proof.unrestored().isEmpty()) {
        log.info(
            "The downgrade does not bring back " + String.join(", ", proof.unrestored()) + ".");
      }
    } else {
      log.warn("The migration is not proven.");
    }
  }
}
