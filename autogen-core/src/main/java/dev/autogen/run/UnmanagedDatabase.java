package dev.autogen.run;

import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.Step;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameTable;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Deals with a database that was there before autogen: it has tables and no version row. */
final class UnmanagedDatabase {

  private static final int NAMED = 5;

  private final WorkSession session;
  private final MigrationSource migrations;

  UnmanagedDatabase(WorkSession session, MigrationSource migrations) {
    this.session = session;
    this.migrations = migrations;
  }

  /**
   * Makes sure that steps from nothing do not begin on a database that already has what they make.
   *
   * @throws AutogenException if it has tables that a step creates
   */
  void refuse(List<Step> steps) throws SQLException {
    Set<QualifiedName> tables = tables();
    if (tables.isEmpty() || (session.settings().baselineAt() != null && hasOwn(tables))) {
      return;
    }
    Set<QualifiedName> changed = new HashSet<>();
    for (Step step : steps) {
      List<QualifiedName> existing = alreadyThere(step, tables, changed);
      if (!existing.isEmpty()) {
        refuseUnlessApplied(step, existing);
        return;
      }
    }
  }

  /**
   * Another runner may have applied the steps since the version table was read; and a run that was
   * interrupted may have made a part of them.
   */
  private void refuseUnlessApplied(Step step, List<QualifiedName> existing) throws SQLException {
    boolean begun =
        session.journal().entries(session.connection()).stream()
            .anyMatch(entry -> entry.isRevision() && !entry.done());
    if (begun || !session.versionTable().rows(session.connection()).isEmpty()) {
      return;
    }
    String id = step.script().id();
    throw AutogenException.failed(
        "The database looks as if it was there before autogen: "
            + session.settings().versionTable().name()
            + " has no row, and revision "
            + id
            + " ("
            + step.script().message()
            + ") would create what is there: "
            + existing.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "))
            + (existing.size() > NAMED ? " and " + (existing.size() - NAMED) + " more" : "")
            + ". Nothing was done. If the database is what the history makes up to a revision, run"
            + " 'autogen stamp "
            + id
            + "', or a later one, and then 'autogen upgrade'; an application does that at its first"
            + " start by Autogen.configure().baselineAt(\""
            + id
            + "\").",
        null);
  }

  private List<QualifiedName> alreadyThere(
      Step step, Set<QualifiedName> tables, Set<QualifiedName> changed) {
    List<QualifiedName> existing = new ArrayList<>();
    for (Operation operation : operations(step)) {
      if (operation instanceof CreateTable create) {
        QualifiedName name = qualified(create.table().name());
        if (tables.contains(name) && !changed.contains(name)) {
          existing.add(create.table().name());
        }
      } else if (operation instanceof DropTable drop) {
        changed.add(qualified(drop.table().name()));
      } else if (operation instanceof RenameTable rename) {
        changed.add(qualified(rename.from()));
      } else if (operation instanceof ExecuteSql sql) {
        tables.stream().filter(each -> sql.sql().contains(each.name())).forEach(changed::add);
      }
    }
    return existing;
  }

  /** What a step would do; nothing if that cannot be told without a database. */
  private List<Operation> operations(Step step) {
    try {
      RecordedOperations recorded =
          new RecordedOperations(Schema::empty, session.settings(), session.dialect().textRules());
      migrations.migration(step.script()).upgrade(recorded);
      return recorded.recorded().stream().map(each -> each.operation()).toList();
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  /**
   * Notes a database that has tables and was never at a revision as being at one, as the settings
   * say.
   *
   * @return the rows of the version table
   */
  List<String> adopt(RevisionGraph graph, List<String> rows, List<JournalEntry> journal)
      throws SQLException {
    String target = session.settings().baselineAt();
    if (target == null || !rows.isEmpty() || !journal.isEmpty() || !hasOwn(tables())) {
      return rows;
    }
    List<String> after = new Planner(graph, List.of()).stamp(List.of(target));
    new Stamp(session, migrations).write(graph, List.of(), after);
    session
        .settings()
        .listener()
        .warning(
            "the database has tables and was at no revision; it is now noted as being at "
                + String.join(", ", after));
    return after;
  }

  /** Whether there are tables in the default schema that do not belong to autogen. */
  private boolean hasOwn(Set<QualifiedName> tables) {
    Set<String> own = session.settings().ownTables();
    String schema = session.facts().schema();
    return tables.stream()
        .anyMatch(
            each -> !own.contains(each.name()) && (schema == null || schema.equals(each.schema())));
  }

  private Set<QualifiedName> tables() throws SQLException {
    return session.rules().tables(session.connection());
  }

  private QualifiedName qualified(QualifiedName name) {
    String schema = session.facts().schema();
    return name.schema() == null && schema != null ? new QualifiedName(schema, name.name()) : name;
  }
}
