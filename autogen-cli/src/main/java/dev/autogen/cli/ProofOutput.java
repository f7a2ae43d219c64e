package dev.autogen.cli;

import dev.autogen.rows.RowFinding;
import dev.autogen.rows.RowReport;
import dev.autogen.shadow.Proof;
import java.util.Locale;
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
    if (proof.holds() && !proof.unrestored().isEmpty()) {
      console.say(
          "The downgrade does not bring back " + String.join(", ", proof.unrestored()) + ".");
    }
    proof.reservations().forEach(console::warning);
    proof
        .rows()
        .surprises()
        .forEach(line -> console.warning("with " + proof.rows().scale() + ": " + line));
  }

  static Map<String, Object> json(Proof.Result proof) {
    return Json.object(
        "holds", proof.holds(),
        "database", proof.product(),
        "failures", proof.failures(),
        "reservations", proof.reservations(),
        "unrestored", proof.unrestored(),
        "rows", rows(proof.rows()));
  }

  private static Map<String, Object> rows(RowReport report) {
    return Json.object(
        "tables", report.tables(),
        "rows", report.rows(),
        "failures", report.failures(),
        "findings", report.findings().stream().map(ProofOutput::finding).toList(),
        "withoutRows", report.withoutRows());
  }

  private static Map<String, Object> finding(RowFinding finding) {
    return Json.object(
        "kind", finding.kind().name().toLowerCase(Locale.ROOT),
        "stage", finding.stage().name().toLowerCase(Locale.ROOT),
        "table", finding.table(),
        "column", finding.column(),
        "count", finding.count(),
        "of", finding.total(),
        "before", finding.before(),
        "after", finding.after(),
        "unexpected", finding.unexpected(),
        "summary", finding.text());
  }
}
