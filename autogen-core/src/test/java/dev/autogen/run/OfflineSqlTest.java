package dev.autogen.run;

import static dev.autogen.migration.Definitions.bool;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.index;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.Step.Direction;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OfflineSqlTest {

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private static InMemoryMigrations migrations() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", 1);
    row.put("name", "it's");
    return new InMemoryMigrations()
        .then(
            "a1",
            op -> {
              op.createTable("t", column("id", integer()), column("name", text()));
              op.bulkInsert("t", List.of(row));
            },
            op -> op.dropTable("t"))
        .then(
            "b2",
            op -> {
              op.alterColumn("t", column("name", text()).notNull());
              op.autocommit(o -> o.createIndexConcurrently("t", index("t_name", "name")));
              if (op.inspect().tables().get(0).column("done").isEmpty()) {
                op.addColumn("t", column("done", bool()));
              }
              op.connection(c -> {});
            },
            op -> op.dropColumn("t", "done"));
  }

  private MigrationRunner runner() {
    return new MigrationRunner(
        database::connect, new PostgreSqlDialect(), migrations(), RunSettings.DEFAULT);
  }

  @Test
  void aScriptDoesWhatTheRunnerDoes() {
    MigrationRunner runner = runner();
    String script = runner.script(runner.sql(Direction.UPGRADE, RevisionRange.parse("base:head")));

    assertThat(script)
        .contains("-- Upgrade to b2: message of b2\n")
        .contains("alter table t alter column name set not null;\ncommit;\n\n")
        .contains("create index concurrently t_name on t (name);\nbegin;\n")
        .contains(
            "update autogen_version set version = 'b2' where version operator(pg_catalog.=) 'a1';")
        .contains("This revision also works on a connection");
    for (String statement : PostgreSql.TEXT.statements(script)) {
      database.execute(statement.equals("begin") || statement.equals("commit") ? "" : statement);
    }
    assertThat(runner.current()).containsExactly("b2");
    assertThat(runner.status())
        .allMatch(status -> status.state() == RevisionStatus.State.APPLIED)
        .allMatch(status -> status.remarks().isEmpty());
    assertThat(database.query("select * from t")).containsExactly(List.of("1", "it's", "null"));
  }

  @Test
  void aDryRunShowsWhatIsMissingAndChangesNothing() {
    runner().upgrade("a1");

    List<StepSql> steps = runner().sql(Direction.UPGRADE, "head");

    assertThat(steps).hasSize(1);
    assertThat(steps.get(0).statements())
        .extracting(statement -> statement.sql())
        .containsExactly(
            "alter table t alter column name set not null",
            "create index concurrently t_name on t (name)",
            "alter table t add column done boolean");
    assertThat(runner().current()).containsExactly("a1");
  }

  @Test
  void aRangeFromTheMiddleKnowsWhatCameBefore() {
    List<StepSql> steps = runner().sql(Direction.UPGRADE, RevisionRange.parse("a1:b2"));

    assertThat(steps.get(0).statements().get(0).sql())
        .isEqualTo("alter table t alter column name set not null");
    assertThat(runner().sql(Direction.DOWNGRADE, RevisionRange.parse("b2:base")))
        .flatExtracting(StepSql::statements)
        .extracting(statement -> ((SqlStatement) statement).sql())
        .containsExactly("alter table t drop column done", "drop table t");
  }

  @Test
  void recordedOperationsCarryTheOldValues() {
    Schema before =
        RecordedOperations.of(
                Schema.empty(),
                PostgreSql.TEXT,
                op -> op.createTable("t", column("id", integer()).notNull()))
            .stream()
            .reduce(Schema.empty(), PostgreSql.EFFECTS::apply, (left, right) -> right);

    List<Operation> operations =
        RecordedOperations.of(before, PostgreSql.TEXT, op -> op.dropColumn("t", "id"));

    assertThat(operations)
        .singleElement()
        .satisfies(operation -> assertThat(operation.reverse()).isPresent());
  }
}
