package dev.autogen.spring;

import dev.autogen.Autogen;
import dev.autogen.history.RevisionScript;
import dev.autogen.run.RevisionStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the endpoint and the health say of a schema's revisions. */
final class RevisionReport {

  private RevisionReport() {}

  /** The revisions that the database is at, and those that it lacks. */
  static Map<String, Object> summary(Autogen autogen) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("current", autogen.current());
    summary.put("pending", autogen.pending().stream().map(RevisionScript::id).toList());
    return summary;
  }

  /** The summary of each schema; the default schema is called {@code default}. */
  static Map<String, Object> summaries(AutogenMigrations migrations) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    migrations.bySchema().forEach((schema, autogen) -> schemas.put(name(schema), summary(autogen)));
    return schemas;
  }

  /** Whether the database lacks revisions of the application. */
  static boolean isBehind(AutogenMigrations migrations) {
    return migrations.bySchema().values().stream().anyMatch(each -> !each.pending().isEmpty());
  }

  static String name(String schema) {
    return schema.isEmpty() ? "default" : schema;
  }

  /** Every revision, as the database knows it. */
  static Map<String, Object> full(Autogen autogen) {
    Map<String, Object> full = summary(autogen);
    List<Map<String, Object>> revisions = new ArrayList<>();
    autogen.status().forEach(status -> revisions.add(revision(status)));
    full.put("revisions", revisions);
    return full;
  }

  private static Map<String, Object> revision(RevisionStatus status) {
    Map<String, Object> revision = new LinkedHashMap<>();
    revision.put("id", status.id());
    status.script().ifPresent(script -> revision.put("message", script.message()));
    revision.put("state", status.state().name().toLowerCase(Locale.ROOT));
    if (!status.remarks().isEmpty()) {
      revision.put(
          "remarks",
          status.remarks().stream()
              .sorted()
              .map(remark -> remark.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList());
    }
    status.appliedAt().ifPresent(at -> revision.put("appliedAt", at.toString()));
    status.took().ifPresent(took -> revision.put("milliseconds", took.toMillis()));
    status.appliedBy().ifPresent(by -> revision.put("appliedBy", by));
    return revision;
  }
}
