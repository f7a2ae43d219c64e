package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case is upgraded on a table with rows, compared again, downgraded and compared with what was
 * there.
 */
class DiffCasesTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("audit"));
  private static final Pattern DEFAULT_NAME = Pattern.compile(".*_(fkey|key|check|pkey|idx)\\d*");

  static Stream<Arguments> cases() {
    return DiffCase.all().stream()
        .flatMap(
            diffCase ->
                Stream.of(PostgreSqlVersion.values())
                    .map(version -> Arguments.of(diffCase, version)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void upgradesAndDowngrades(DiffCase diffCase, PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version);
        TestDatabase wanted = TestDatabase.create(version)) {
      wanted.execute(diffCase.after());
      database.execute(diffCase.before());
      if (!diffCase.rows().isBlank()) {
        database.execute(diffCase.rows());
      }
      Schema original = catalog(database);
      Schema target = unnamed(catalog(wanted));

      assertThat(compare(target, wanted).comparison().operations()).as("no change").isEmpty();

      SchemaComparison comparison = compare(target, database);
      Schema predicted = SchemaChange.apply(comparison.actual(), comparison.comparison().upgrade());
      run(database, comparison.actual(), comparison.comparison().upgrade());

      assertThat(compare(target, database).comparison().operations())
          .as("left after %s", comparison.comparison().upgrade())
          .isEmpty();
      assertThat(Catalogs.sorted(unnamed(catalog(database)))).isEqualTo(Catalogs.sorted(target));

      run(database, predicted, comparison.comparison().downgrade());
      assertThat(Catalogs.sorted(catalog(database)))
          .as(
              "after %s and %s",
              comparison.comparison().upgrade(), comparison.comparison().downgrade())
          .isEqualTo(Catalogs.sorted(original));

      assertThat(compare(unnamed(original), database).comparison().operations()).isEmpty();
    }
  }

  private static Schema catalog(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return DIALECT.typeRules().canonical(DIALECT.inspector().inspect(connection, SCOPE).schema());
    }
  }

  private static SchemaComparison compare(Schema target, TestDatabase database)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return SchemaComparison.of(target, connection, DIALECT, SCOPE, DiffOptions.everything());
    }
  }

  /** As a model delivers it: without the names that the database chose. */
  private static Schema unnamed(Schema schema) {
    return schema.withTables(
        schema.tables().stream()
            .map(
                table ->
                    table.withConstraints(
                        table.constraints().stream().map(DiffCasesTest::unnamed).toList()))
            .map(DiffCasesTest::withoutIndexNames)
            .toList());
  }

  private static Table withoutIndexNames(Table table) {
    return table.withIndexes(
        table.indexes().stream()
            .map(
                index ->
                    DEFAULT_NAME.matcher(index.name()).matches() ? index.withName(null) : index)
            .toList());
  }

  private static Constraint unnamed(Constraint constraint) {
    return constraint.name() != null && DEFAULT_NAME.matcher(constraint.name()).matches()
        ? constraint.withName(null)
        : constraint;
  }

  private static void run(TestDatabase database, Schema before, List<Operation> operations)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      Schema schema = before;
      for (Operation operation : operations) {
        for (SqlStatement sql : DIALECT.sqlRenderer().render(filled(operation), schema)) {
          try {
            statement.execute(sql.sql());
          } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin: " + sql.sql() + "\nof: " + operations);
          }
        }
        schema = SchemaChange.apply(schema, operation);
      }
      connection.commit();
    }
  }

  /** What the author of the migration does: gives the rows that exist a value. */
  private static Operation filled(Operation operation) {
    return operation instanceof Operation.Backfill backfill && backfill.expression() == null
        ? new Operation.Backfill(backfill.table(), backfill.column(), "'filled'")
        : operation;
  }
}
