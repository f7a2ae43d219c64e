package dev.autogen.benchmark;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.model.EntityModel;
import dev.autogen.model.ModelRequest;
import dev.autogen.operation.Operation;
import dev.autogen.render.java.JavaRenderer;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints what each part of {@code revision} takes; docs/benchmarks.md says how to run it. */
class PipelineBenchmark {

  private static final int RUNS = 5;
  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE = InspectionScope.defaultSchema();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1000})
  void entitiesOfTwelveColumns(int count) throws Exception {
    Path classes = GeneratedEntities.compile(directory, count);
    ModelRequest request =
        new ModelRequest(
            GeneratedEntities.classpath(classes),
            List.of(classes),
            List.of(),
            null,
            List.of(),
            Map.of(),
            PostgreSql.target(18, 0),
            List.of(),
            directory,
            "your build");
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      Schema model = EntityModel.read(request).schema();
      List<Operation> creation = compare(model, connection).comparison().upgrade();
      create(creation, connection);
      measure(count, "scan and boot", () -> EntityModel.read(request));
      measure(count, "inspect", () -> DIALECT.inspector().inspect(connection, SCOPE));
      measure(count, "inspect and compare", () -> compare(model, connection));
      measure(count, "render", () -> JavaRenderer.render(file(creation)));
    }
  }

  private static SchemaComparison compare(Schema model, Connection connection) throws Exception {
    return SchemaComparison.of(model, connection, DIALECT, SCOPE, DiffOptions.everything());
  }

  private static void create(List<Operation> operations, Connection connection) throws Exception {
    Schema schema = Schema.empty();
    try (Statement statement = connection.createStatement()) {
      for (Operation operation : operations) {
        for (SqlStatement sql : DIALECT.sqlRenderer().render(operation, schema)) {
          statement.execute(sql.sql());
        }
        schema = PostgreSql.EFFECTS.apply(schema, operation);
      }
    }
  }

  private static MigrationFile file(List<Operation> operations) {
    return new MigrationFile(
        "db.migrations",
        "M202611201432_3f2a9c1b7d4e_create_all",
        "create all",
        "3f2a9c1b7d4e",
        List.of(),
        Instant.EPOCH,
        List.of(),
        List.of(),
        operations,
        List.of(),
        null,
        "");
  }

  private static void measure(int count, String part, Callable<?> work) throws Exception {
    long[] milliseconds = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      work.call();
      milliseconds[run] = (System.nanoTime() - start) / 1_000_000;
    }
    long first = milliseconds[0];
    Arrays.sort(milliseconds);
    System.out.printf(
        "%5d entities  %-20s first %5d ms, median %5d ms%n",
        count, part, first, milliseconds[RUNS / 2]);
  }
}
