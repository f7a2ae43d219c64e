package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Schema;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random pairs of schemas: the operations from one to the other leave no difference, and lead back.
 *
 * <p>{@code -Dautogen.test.pairs=10000} runs more than the usual share, {@code
 * -Dautogen.test.seed=…} another or a failed one.
 */
class RandomDiffTest {

  private static final int PAIRS = Integer.getInteger("autogen.test.pairs", 150);
  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("audit"));

  @Test
  void operationsLeadThereAndBack() throws SQLException {
    long seed = Long.getLong("autogen.test.seed", 1);
    List<String> failures = new ArrayList<>();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      for (int i = 0; i < PAIRS; i++) {
        try {
          pair(connection, seed + i);
        } catch (SQLException | RuntimeException | AssertionError e) {
          failures.add("seed " + (seed + i) + ": " + e.getMessage());
        }
      }
    }
    System.out.println(PAIRS + " random pairs of schemas, from seed " + seed);
    assertThat(failures).as("%d of %d pairs", failures.size(), PAIRS).isEmpty();
  }

  private static void pair(Connection connection, long seed) throws SQLException {
    RandomSchemas schemas = new RandomSchemas(seed);
    Schema first = schemas.next();
    Schema second = schemas.next();
    connection.setAutoCommit(false);
    try {
      SchemaComparison creation = compare(first, connection);
      run(connection, creation.actual(), creation.comparison().upgrade());
      assertThat(operations(first, connection)).as("after creation").isEmpty();
      Schema before = catalog(connection);

      SchemaComparison change = compare(second, connection);
      run(connection, change.actual(), change.comparison().upgrade());
      assertThat(operations(second, connection))
          .as("after %s", change.comparison().upgrade())
          .isEmpty();

      Schema middle = SchemaChange.apply(change.actual(), change.comparison().upgrade());
      run(connection, middle, change.comparison().downgrade());
      assertThat(Catalogs.differences("", before, catalog(connection)))
          .as("back by %s", change.comparison().downgrade())
          .isEmpty();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static List<Operation> operations(Schema target, Connection connection)
      throws SQLException {
    return compare(target, connection).comparison().operations();
  }

  private static SchemaComparison compare(Schema target, Connection connection)
      throws SQLException {
    return SchemaComparison.of(target, connection, DIALECT, SCOPE, DiffOptions.everything());
  }

  private static Schema catalog(Connection connection) throws SQLException {
    return DIALECT.typeRules().canonical(DIALECT.inspector().inspect(connection, SCOPE).schema());
  }

  private static void run(Connection connection, Schema before, List<Operation> operations)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Schema schema = before;
      for (Operation operation : operations) {
        for (var sql : DIALECT.sqlRenderer().render(operation, schema)) {
          try {
            statement.execute(sql.sql());
          } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in: " + sql.sql() + " of " + operations, e);
          }
        }
        schema = SchemaChange.apply(schema, operation);
      }
    }
  }
}
