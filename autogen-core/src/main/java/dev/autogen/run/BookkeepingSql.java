package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import dev.autogen.schema.AutogenException;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the SQL that changes only autogen's own tables, for another client to run. */
final class BookkeepingSql {

  private final MigrationSource migrations;
  private final RunSettings settings;
  private final Dialect dialect;

  BookkeepingSql(MigrationSource migrations, RunSettings settings, Dialect dialect) {
    this.migrations = migrations;
    this.settings = settings;
    this.dialect = dialect;
  }

  /** The statements that create the tables if they are missing. */
  static List<String> definitions(RunSettings settings, Dialect dialect) {
    List<String> statements = new ArrayList<>();
    String schema = settings.versionTable().schema();
    if (schema != null) {
      statements.add("create schema if not exists " + dialect.nameRules().written(schema));
    }
    statements.add(OfflineSql.versionTable(settings, dialect).definition());
    statements.add(OfflineSql.journal(settings, dialect).definition());
    return statements;
  }

  /**
   * The statements of a stamp.
   *
   * @param targets revisions, or ranges that start at the assumed revision of the database
   * @param rows reads the rows of the version table; not called if a range or {@code purge} makes
   *     that unnecessary
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
    List<String> statements = new ArrayList<>(definitions(settings, dialect));
    if (purge) {
      statements.add("delete from " + OfflineSql.written(settings.versionTable(), dialect));
    }
    statements.addAll(OfflineSql.versionTable(settings, dialect).statements(deleted, inserted));
    for (String id : after) {
      statements.add(entry(graph.get(id), JournalEntry.STAMP));
    }
    return statements;
  }

  /** The statement that records in the journal what was done to a revision. */
  String entry(RevisionScript script, String action) {
    Optional<String> sha256 = migrations.sha256(script);
    TextRules text = dialect.textRules();
    return "insert into "
        + OfflineSql.written(settings.journalTable(), dialect)
        + " (step, revision, action, what, state, started_at, duration_ms, sha256, applied_by,"
        + " autogen_version)\n  values (0, "
        + text.literalOf(script.id())
        + ", "
        + text.literalOf(action)
        + ", "
        + text.literalOf(script.className())
        + ", 'done', "
        + dialect.executionRules().currentMoment()
        + ", 0, "
        + text.literalOf(sha256.orElse(null))
        + ", "
        + dialect.executionRules().currentUser()
        + (settings.tag() == null
            ? ""
            : " "
                + dialect.executionRules().operator("||")
                + " "
                + text.literalOf(", " + settings.tag()))
        + ", "
        + text.literalOf(RunnerIdentity.version())
        + ")";
  }
}
