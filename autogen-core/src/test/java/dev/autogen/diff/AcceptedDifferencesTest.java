package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every change of {@code diff/cases.sql}: a person who accepts all differences sees none, and
 * one who keeps all that the database has beyond the model loses nothing.
 */
class AcceptedDifferencesTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("audit"));
  private static final List<String> ALL_KINDS =
      List.of(
          "tables",
          "columns",
          "indexes",
          "unique-constraints",
          "foreign-keys",
          "checks",
          "sequences",
          "server-defaults",
          "comments",
          "on-delete",
          "not-null",
          "wider-types",
          "names");

  /** By the name of a case: the object that cannot stay while something else changes. */
  private static final Map<String, String> NEED_OTHERS =
      Map.of(
          "tables dropped that reference each other", "keep.keep_a_id_fkey",
          "schema with a table", "audit",
          "type of a column that others are computed from", "t.c");

  private static TestDatabase database;

  @BeforeAll
  static void createDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void dropDatabase() {
    database.close();
  }

  static Stream<DiffCase> cases() {
    return DiffCase.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void acceptingEverythingLeavesNothing(DiffCase diffCase) throws SQLException {
    try (Connection connection = database.connect()) {
      Schema target = target(connection, diffCase);
      Comparison whole = compare(target, connection, Tolerance.NONE);
      List<Difference> differences = whole.differences(PostgreSql.TEXT.words());
      assertThat(differences).as("differences of %s", whole.operations()).isNotEmpty();

      Comparison accepted = compare(target, connection, accepting(differences));

      assertThat(accepted.operations()).isEmpty();
      assertThat(accepted.tolerated().accepted())
          .extracting(Difference::key)
          .containsExactlyInAnyOrderElementsOf(keys(differences));
      assertThat(accepted.tolerated().kept()).isEmpty();
      assertThat(accepted.tolerated().stale()).isEmpty();
      connection.rollback();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void eachDifferenceCanBeAcceptedAlone(DiffCase diffCase) throws SQLException {
    try (Connection connection = database.connect()) {
      Schema target = target(connection, diffCase);
      List<Difference> differences =
          compare(target, connection, Tolerance.NONE).differences(PostgreSql.TEXT.words());
      differences =
          differences.stream()
              .filter(each -> !each.object().equals(NEED_OTHERS.get(diffCase.name())))
              .toList();
      for (Difference each : differences) {
        Comparison accepted = compare(target, connection, accepting(List.of(each)));

        assertThat(accepted.differences(PostgreSql.TEXT.words()))
            .extracting(Difference::key)
            .doesNotContain(each.key());
      }
      connection.rollback();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatIsKeptIsThereAfterwards(DiffCase diffCase) throws SQLException {
    try (Connection connection = database.connect()) {
      Schema target = target(connection, diffCase);
      Tolerance keep = new Tolerance(ALL_KINDS, Set.of());
      Comparison comparison = compare(target, connection, keep);
      List<AcceptedDifference> kept = keys(comparison.tolerated().kept());
      Schema actual =
          DIALECT.typeRules().canonical(DIALECT.inspector().inspect(connection, SCOPE).schema());

      assertThat(comparison.differences(PostgreSql.TEXT.words()))
          .as("only in the database, and not kept")
          .noneMatch(each -> each.model() == null && each.kind().setting() != null);
      Schema after = PostgreSql.EFFECTS.apply(actual, comparison.upgrade());
      assertThat(tables(after)).containsAll(tables(actual));
      assertThat(kept).allMatch(each -> each.database() != null);
      connection.rollback();
    }
  }

  private static Set<String> tables(Schema schema) {
    return schema.tables().stream()
        .map(table -> table.name().toString())
        .collect(Collectors.toSet());
  }

  private static Tolerance accepting(List<Difference> differences) {
    return Tolerance.NONE.accepting(keys(differences));
  }

  private static List<AcceptedDifference> keys(List<Difference> differences) {
    return differences.stream().map(Difference::key).toList();
  }

  /** The schema that a case leads to; the connection then has the one from which it starts. */
  private static Schema target(Connection connection, DiffCase diffCase) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, diffCase.after());
    Schema target =
        DIALECT.typeRules().canonical(DIALECT.inspector().inspect(connection, SCOPE).schema());
    connection.rollback();
    execute(connection, diffCase.before());
    execute(connection, diffCase.rows());
    return target;
  }

  private static Comparison compare(Schema target, Connection connection, Tolerance tolerance)
      throws SQLException {
    DiffOptions options = DiffOptions.everything().withTolerance(tolerance);
    return SchemaComparison.of(target, connection, DIALECT, SCOPE, options).comparison();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    if (!sql.isBlank()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
