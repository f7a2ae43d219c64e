package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The SQL of what changes autogen's own tables alone, for another client to run. */
final class BookkeepingSql {

  private final MigrationSource migrations;
  private final RunSettings settings;
  private final ExecutionRules rules;

  BookkeepingSql(MigrationSource migrations, RunSettings settings, ExecutionRules rules) {
    this.migrations = migrations;
    this.settings = settings;
    this.rules = rules;
  }

  /** The statements that make the tables, where they are missing. */
  static List<String> definitions(RunSettings settings, ExecutionRules rules) {
    List<String> statements = new ArrayList<>();
    String schema = settings.versionTable().schema();
    if (schema != null) {
      statements.add("create schema if not exists " + SqlLiterals.plain(schema));
    }
    statements.add(OfflineSql.versionTable(settings, rules).definition());
    statements.add(OfflineSql.journal(settings, rules).definition());
    return statements;
  }

  /**
   * The statements of a stamp.
   *
   * @param targets revisions, or ranges whose start is where the database is supposed to be
   * @param rows asks where the database is; not called where a range or {@code purge} says it
   * @throws AutogenException if a target names no revision, or two ranges start differently
   */
  List<String> stamp(List<String> targets, boolean purge, Supplier<List<String>> rows) {
    RevisionGraph graph = migrations.history();
    List<String> starts =
        targets.stream()
            .filter(RevisionRange::isRange)
            .map(target -> RevisionRange.parse(target).start())
            .distinct()
            .toList();
    if (starts.size() > 1) {
      throw AutogenException.usage(
          "Stamp operation with --sql only supports a single starting revision at a time, not "
              + String.join(" and ", starts));
    }
    List<String> ends =
        targets.stream()
            .map(each -> RevisionRange.isRange(each) ? RevisionRange.parse(each).end() : each)
            .toList();
    List<String> before =
        purge
            ? List.of()
            : starts.isEmpty()
                ? rows.get()
                : new RevisionSymbols(graph, List.of()).all(starts.get(0));
    List<String> after = new Planner(graph, before).stamp(ends);
    List<String> deleted = new ArrayList<>(before);
    deleted.removeAll(after);
    List<String> inserted = new ArrayList<>(after);
    inserted.removeAll(before);
    List<String> statements = new ArrayList<>(definitions(settings, rules));
    if (purge) {
      statements.add("delete from " + SqlLiterals.plain(settings.versionTable()));
    }
    statements.addAll(OfflineSql.versionTable(settings, rules).statements(deleted, inserted));
    for (String id : after) {
      statements.add(entry(graph.get(id), JournalEntry.STAMP));
    }
    return statements;
  }

  /** The statement that notes in the journal what was done to a revision. */
  String entry(RevisionScript script, String action) {
    Optional<String> sha256 = migrations.sha256(script);
    return "insert into "
        + SqlLiterals.plain(settings.journalTable())
        + " (step, revision, action, what, state, started_at, duration_ms, sha256, applied_by,"
        + " autogen_version)\n  values (0, "
        + SqlLiterals.literal(script.id())
        + ", "
        + SqlLiterals.literal(action)
        + ", "
        + SqlLiterals.literal(script.className())
        + ", 'done', current_timestamp, 0, "
        + SqlLiterals.literal(sha256.orElse(null))
        + ", current_user"
        + (settings.tag() == null
            ? ""
            : " " + rules.operator("||") + " " + SqlLiterals.literal(", " + settings.tag()))
        + ", "
        + SqlLiterals.literal(RunnerIdentity.version())
        + ")";
  }
}
