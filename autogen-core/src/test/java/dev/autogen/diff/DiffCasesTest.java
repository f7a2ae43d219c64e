package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case is upgraded on a table with rows, compared again, downgraded and compared with what was
 * there. {@link CatalogText} has a look of its own after each step, and rows are inserted through
 * the columns that number themselves.
 */
class DiffCasesTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("audit"));
  private static final Pattern DEFAULT_NAME = Pattern.compile(".*_(fkey|key|check|pkey|idx)\\d*");

  private static final Map<PostgreSqlVersion, TestDatabase> databases =
      new EnumMap<>(PostgreSqlVersion.class);

  @BeforeAll
  static void createDatabases() {
    for (PostgreSqlVersion version : PostgreSqlVersion.values()) {
      databases.put(version, TestDatabase.create(version));
    }
  }

  @AfterAll
  static void dropDatabases() {
    databases.values().forEach(TestDatabase::close);
  }

  static Stream<Arguments> cases() {
    return DiffCase.all().stream()
        .flatMap(
            diffCase ->
                Stream.of(PostgreSqlVersion.values())
                    .filter(version -> version.major() >= diffCase.since())
                    .map(version -> Arguments.of(diffCase, version)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void upgradesAndDowngrades(DiffCase diffCase, PostgreSqlVersion version) throws SQLException {
    try (Connection database = databases.get(version).connect()) {
      database.setAutoCommit(false);
      execute(database, diffCase.after());
      Schema target = unnamed(catalog(database));
      CatalogText wanted = text(database);
      assertThat(compare(target, database).comparison().operations()).as("no change").isEmpty();
      database.rollback();

      execute(database, diffCase.before());
      execute(database, diffCase.rows());
      Schema original = catalog(database);
      CatalogText before = text(database);

      SchemaComparison comparison = compare(target, database);
      Schema predicted =
          PostgreSql.EFFECTS.apply(comparison.actual(), comparison.comparison().upgrade());
      run(database, comparison.actual(), comparison.comparison().upgrade());

      assertThat(compare(target, database).comparison().operations())
          .as("left after %s", comparison.comparison().upgrade())
          .isEmpty();
      assertThat(PostgreSql.CATALOGS.sorted(unnamed(catalog(database))))
          .isEqualTo(PostgreSql.CATALOGS.sorted(target));
      assertThat(wanted.differences(text(database), names(target)))
          .as("after %s", comparison.comparison().upgrade())
          .isEmpty();
      NumberedColumns.insertRows(database);

      run(database, predicted, comparison.comparison().downgrade());
      assertThat(PostgreSql.CATALOGS.sorted(catalog(database)))
          .as("after %s", comparison.comparison().downgrade())
          .isEqualTo(PostgreSql.CATALOGS.sorted(original));
      assertThat(before.differences(text(database), null)).as("downgraded").isEmpty();
      NumberedColumns.insertRows(database);
      assertThat(compare(unnamed(original), database).comparison().operations()).isEmpty();
      database.rollback();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    if (!sql.isBlank()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private static Schema catalog(Connection database) throws SQLException {
    return DIALECT.typeRules().canonical(DIALECT.inspector().inspect(database, SCOPE).schema());
  }

  private static CatalogText text(Connection database) throws SQLException {
    return CatalogText.of(database, Set.of("public", "audit"));
  }

  /** The names of keys and indexes that count, behind those of their tables. */
  private static Set<String> names(Schema target) {
    return target.tables().stream()
        .flatMap(
            table ->
                Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name))
                    .map(name -> table.name() + " " + name))
        .collect(Collectors.toSet());
  }

  private static SchemaComparison compare(Schema target, Connection database) throws SQLException {
    return SchemaComparison.of(target, database, DIALECT, SCOPE, DiffOptions.everything());
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

  private static void run(Connection database, Schema before, List<Operation> operations)
      throws SQLException {
    try (Statement statement = database.createStatement()) {
      Schema schema = before;
      for (Operation operation : operations) {
        for (SqlStatement sql : DIALECT.sqlRenderer().render(filled(operation), schema)) {
          try {
            statement.execute(sql.sql());
          } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in: " + sql.sql() + " of: " + operations, e);
          }
        }
        schema = PostgreSql.EFFECTS.apply(schema, operation);
      }
    }
  }

  /** What the author of the migration does: gives the rows that exist a value. */
  private static Operation filled(Operation operation) {
    return operation instanceof Backfill backfill && backfill.expression() == null
        ? new Backfill(backfill.table(), backfill.column(), "'filled'")
        : operation;
  }
}
