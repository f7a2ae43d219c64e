package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.history.Planner;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import dev.autogen.history.Step;
import dev.autogen.history.Step.Direction;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Schema;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the SQL of a run, starting from a database or from what revisions make of an empty one.
 */
final class RunSql {

  private final ConnectionSource connections;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;

  RunSql(
      ConnectionSource connections,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings) {
    this.connections = connections;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
  }

  /** The SQL of steps from where the database is. */
  List<StepSql> write(List<Step> steps) {
    return new OfflineSql(migrations, dialect, settings, this::inspect).write(steps);
  }

  private Schema inspect() {
    try (WorkSession session = WorkSession.open(connections, dialect, settings)) {
      InspectionScope scope = new InspectionScope(settings.schemas(), settings.ownTables());
      return dialect.inspector().inspect(session.connection(), scope).schema();
    } catch (SQLException e) {
      throw ExclusiveRun.unreadable(dialect, e);
    }
  }

  /** The SQL between two revisions; no database is asked. */
  List<StepSql> write(Direction direction, RevisionRange range) {
    RevisionGraph graph = migrations.history().naming(range.start()).naming(range.end());
    List<String> from = new RevisionSymbols(graph, List.of()).all(range.start());
    Planner planner = new Planner(graph, graph.maximal(from));
    List<Step> steps =
        direction == Direction.UPGRADE
            ? planner.upgrade(range.end())
            : planner.downgrade(range.end());
    return new OfflineSql(migrations, dialect, settings, () -> replayed(planner)).write(steps);
  }

  /** The schema that the applied revisions make, as far as their operations tell. */
  private Schema replayed(Planner planner) {
    List<RevisionScript> applied = planner.applied();
    migrations.prepare(applied);
    Schema schema = Schema.empty();
    for (RevisionScript script : applied) {
      Schema before = schema;
      RecordedOperations operations =
          new RecordedOperations(() -> before, settings, dialect.textRules());
      migrations.migration(script).upgrade(operations);
      schema = operations.inspect();
    }
    return schema;
  }
}
