package dev.autogen.cli;

import com.grack.nanojson.JsonWriter;
import dev.autogen.comparison.Change;
import dev.autogen.diff.AcceptedDifference;
import dev.autogen.history.RevisionScript;
import dev.autogen.text.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as JSON. */
final class Json {

  private Json() {}

  /** An object from alternating names and values. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** The operations of a comparison. */
  static List<Map<String, Object>> operations(List<Change> changes) {
    return changes.stream()
        .map(
            change ->
                object(
                    "kind", change.operation().kind(),
                    "object", change.operation().object(),
                    "summary", change.summary(),
                    "losesData", change.losesData(),
                    "sql", change.sql()))
        .toList();
  }

  /** A single difference of database and entities. */
  static Map<String, Object> of(AcceptedDifference difference) {
    return object(
        "kind", difference.kind().word(),
        "object", difference.object(),
        "model", difference.model(),
        "database", difference.database());
  }

  /** A revision of the history. */
  static Map<String, Object> revision(RevisionScript script) {
    return object(
        "id", script.id(),
        "revises", script.revises(),
        "replaces", script.replaces(),
        "baseline", script.baseline(),
        "branchLabels", script.branchLabels(),
        "dependsOn", script.dependsOn(),
        "message", script.message(),
        "created", script.created(),
        "location", script.location());
  }

  static String text(Object value) {
    return Visible.json(JsonWriter.indent("  ").string().value(value).done());
  }
}
