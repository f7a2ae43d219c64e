package dev.autogen.run;

import dev.autogen.dialect.CollectedOperations;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.JoinedStatements;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Step;
import dev.autogen.history.Step.Direction;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the SQL that steps would run, without running it. */
final class OfflineSql {

  private final MigrationSource migrations;
  private final Dialect dialect;
  private final SqlRenderer renderer;
  private final SchemaChange effects;
  private final RunSettings settings;
  private final Supplier<Schema> start;
  private @Nullable Schema schema;
  private final List<Operation> unapplied = new ArrayList<>();

  /**
   * Starts from a schema.
   *
   * @param start the schema before the first step; read only if something needs it
   */
  OfflineSql(
      MigrationSource migrations, Dialect dialect, RunSettings settings, Supplier<Schema> start) {
    this.migrations = migrations;
    this.dialect = dialect;
    this.renderer = dialect.sqlRenderer();
    this.effects = new SchemaChange(dialect.textRules());
    this.settings = settings;
    this.start = start;
  }

  List<StepSql> write(List<Step> steps) {
    migrations.prepare(steps.stream().map(Step::script).toList());
    return steps.stream().map(this::write).toList();
  }

  private StepSql write(Step step) {
    RecordedOperations operations =
        new RecordedOperations(this::schema, settings, dialect.textRules());
    Migration migration = migrations.migration(step.script());
    run(migration, step.direction(), operations);
    List<SqlStatement> statements = new ArrayList<>();
    List<String> losses = new ArrayList<>();
    CollectedOperations collected =
        new CollectedOperations(renderer, (together, sql) -> statements.addAll(sql));
    for (RecordedOperations.Recorded each : operations.recorded()) {
      Operation operation = each.operation();
      DestructiveSql.loss(operation, dialect).ifPresent(losses::add);
      if (renderer.collects(operation) && !each.autocommit()) {
        collected.add((TableOperation) operation, schema());
      } else {
        collected.makeWayFor(operation);
        statements.addAll(render(each));
      }
      unapplied.add(operation);
    }
    collected.flush();
    return new StepSql(
        step,
        JoinedStatements.of(statements),
        bookkeeping(step),
        losses,
        operations.connectionWork());
  }

  static void run(Migration migration, Direction direction, Operations operations) {
    if (direction == Direction.UPGRADE) {
      migration.upgrade(operations);
    } else {
      migration.downgrade(operations);
    }
  }

  private List<SqlStatement> render(RecordedOperations.Recorded recorded) {
    Operation operation = recorded.operation();
    Schema before = renderer.needsSchema(operation) ? schema() : Schema.empty();
    List<SqlStatement> rendered =
        operation instanceof ExecuteSql raw
            ? dialect.textRules().statements(raw.sql()).stream().map(SqlStatement::of).toList()
            : renderer.render(operation, before);
    return recorded.autocommit()
        ? rendered.stream().map(each -> new SqlStatement(each.sql(), false)).toList()
        : rendered;
  }

  /** The schema after everything that was written so far. */
  private Schema schema() {
    Schema at = schema == null ? start.get() : schema;
    for (Operation operation : unapplied) {
      at = effects.apply(at, operation.completed(at));
    }
    unapplied.clear();
    schema = at;
    return at;
  }

  private List<String> bookkeeping(Step step) {
    RevisionScript script = step.script();
    List<String> statements =
        new ArrayList<>(
            versionTable(settings, dialect).statements(step.deleted(), step.inserted()));
    statements.add(
        new BookkeepingSql(migrations, settings, dialect)
            .entry(script, RevisionTransaction.actionOf(step.direction())));
    return statements;
  }

  static VersionTable versionTable(RunSettings settings, Dialect dialect) {
    return new VersionTable(written(settings.versionTable(), dialect), dialect);
  }

  static Journal journal(RunSettings settings, Dialect dialect) {
    return new Journal(
        written(settings.journalTable(), dialect), dialect.executionRules(), settings.tag());
  }

  /** The name without quotes where it needs none. */
  static String written(QualifiedName name, Dialect dialect) {
    return dialect.nameRules().written(name.schema(), name.name());
  }
}
