package dev.autogen.cli;

import dev.autogen.history.RevisionScript;
import dev.autogen.rows.RowReport;
import dev.autogen.shadow.Proof;
import java.util.LinkedHashMap;
import java.util.Map;

/** Proofs of committed revisions, as text and JSON. */
final class ProveOutput {

  private ProveOutput() {}

  static void print(Console console, Map<RevisionScript, Proof.Result> results) {
    results.forEach((script, result) -> print(console, script, result));
    long left = results.values().stream().filter(result -> !result.isTried()).count();
    if (left > 0) {
      console.warning(left + " of " + results.size() + " not tried.");
    }
  }

  private static void print(Console console, RevisionScript script, Proof.Result result) {
    console.print(script.id() + " " + verdict(result) + ", " + script.message());
    result.failures().forEach(line -> console.sayText(indented(line)));
    result.reservations().forEach(line -> console.sayText(indented(line)));
    result
        .reordered()
        .forEach(
            table ->
                console.say(
                    "  not restored by the downgrade: the order of the columns of " + table));
    result.rows().lines().forEach(line -> console.sayText(indented(line)));
  }

  private static String verdict(Proof.Result result) {
    if (!result.holds()) {
      return result.fails() ? "fails" : "not tried";
    }
    RowReport rows = result.rows();
    return (rows.fails() ? "fails with rows" : "holds")
        + " on "
        + result.product()
        + (rows.tables() == 0 ? "" : " with " + rows.scale());
  }

  private static String indented(String line) {
    return "  " + line.replace("\n", "\n  ");
  }

  static String json(Map<RevisionScript, Proof.Result> results) {
    return Json.text(
        results.entrySet().stream().map(each -> json(each.getKey(), each.getValue())).toList());
  }

  private static Map<String, Object> json(RevisionScript script, Proof.Result result) {
    Map<String, Object> json = new LinkedHashMap<>(Json.object("id", script.id()));
    json.putAll(ProofOutput.json(result));
    json.put("holds", result.holdsWithRows());
    json.put("tried", result.isTried());
    return json;
  }
}
