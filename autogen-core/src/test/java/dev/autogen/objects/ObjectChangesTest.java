package dev.autogen.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.Rename;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Changes of tables on which things hang that no model can name. Each case of {@code objects/*.sql}
 * has a database ({@code before}, with {@code rows}), the tables as they shall be ({@code after}),
 * and perhaps what has to be {@code warned} of and what the upgrade {@code changes} beside the
 * tables. The upgrade leads to those tables, and leaves all else as it was; the downgrade leaves
 * the catalog exactly as it was, by a reading of its own. A case may also say that there is {@code
 * nothing} to do, that the upgrade {@code fails} on the rows, what {@code renames} are asked for,
 * which sequences are {@code unmodelled}, or what a query then {@code shows}.
 */
class ObjectChangesTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE = InspectionScope.defaultSchema();

  private static final Map<PostgreSqlVersion, TestDatabase> MODELS =
      new EnumMap<>(PostgreSqlVersion.class);

  @BeforeAll
  static void create() {
    for (PostgreSqlVersion version : PostgreSqlVersion.values()) {
      MODELS.put(version, TestDatabase.create(version));
    }
  }

  @AfterAll
  static void drop() {
    MODELS.values().forEach(TestDatabase::close);
  }

  @TestFactory
  Stream<DynamicTest> views() {
    return cases("/objects/views.sql");
  }

  @TestFactory
  Stream<DynamicTest> tables() {
    return cases("/objects/tables.sql");
  }

  @TestFactory
  Stream<DynamicTest> changes() {
    return cases("/objects/changes.sql");
  }

  @TestFactory
  Stream<DynamicTest> more() {
    return cases("/objects/more.sql");
  }

  @TestFactory
  Stream<DynamicTest> sequences() {
    return cases("/objects/sequences.sql");
  }

  @TestFactory
  Stream<DynamicTest> types() {
    return cases("/objects/types.sql");
  }

  private static Stream<DynamicTest> cases(String resource) {
    String only = System.getProperty("autogen.test.case", "");
    if (!resource.contains(System.getProperty("autogen.test.objects", ""))) {
      return Stream.of();
    }
    return ObjectCase.read(resource).stream()
        .filter(each -> each.name().contains(only))
        .flatMap(
            each ->
                Stream.of(PostgreSqlVersion.values())
                    .filter(version -> runsOn(each, version))
                    .map(
                        version ->
                            DynamicTest.dynamicTest(
                                each + " on " + version, () -> run(each, version))));
  }

  private static boolean runsOn(ObjectCase each, PostgreSqlVersion version) {
    return each.part("since").isEmpty()
        || Integer.parseInt(version.name().substring(1)) >= Integer.parseInt(each.part("since"));
  }

  private static void run(ObjectCase each, PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      execute(connection, ROLES);
      execute(connection, each.part("before"));
      execute(connection, each.part("rows"));
      Schema target = model(each, version);
      List<String> original = CatalogReading.of(connection);

      DiffOptions renames =
          DiffOptions.everything()
              .withRenames(each.lines("renames").stream().map(Rename::parse).toList());
      Comparison comparison = compare(target, connection, renames);
      if (each.parts().containsKey("nothing")) {
        assertThat(summaries(comparison.operations())).as("operations").isEmpty();
        return;
      }
      assertThat(comparison.operations()).as("operations").isNotEmpty();
      List<String> warned = each.lines("warned");
      assertThat(comparison.obstacles()).as("obstacles").hasSameSizeAs(warned);
      for (int i = 0; i < warned.size(); i++) {
        assertThat(comparison.obstacles().get(i)).contains(warned.get(i));
      }
      if (!warned.isEmpty()) {
        return;
      }
      Schema actual = DIALECT.inspector().inspect(connection, SCOPE).schema();
      if (!each.part("fails").isEmpty()) {
        assertThatThrownBy(() -> apply(connection, actual, comparison.upgrade()))
            .hasMessageContaining(each.part("fails"));
        return;
      }
      apply(connection, actual, comparison.upgrade());
      for (String shown : each.lines("shows")) {
        String[] pair = shown.split(" => ");
        assertThat(database.queryValue(pair[0])).as(pair[0]).isEqualTo(pair[1]);
      }
      assertThat(summaries(compare(target, connection, DiffOptions.everything()).operations()))
          .as("left")
          .isEmpty();
      List<String> upgraded = CatalogReading.of(connection);
      assertThat(apart(upgraded, each))
          .as("beside the tables, after " + summaries(comparison.upgrade()))
          .isEqualTo(apart(original, each));
      Schema after = DIALECT.inspector().inspect(connection, SCOPE).schema();
      apply(connection, after, comparison.downgrade());
      assertThat(CatalogReading.of(connection))
          .as("after the downgrade by " + summaries(comparison.downgrade()))
          .isEqualTo(original);
      apply(connection, actual, comparison.upgrade());
      assertThat(CatalogReading.of(connection)).as("upgraded again").isEqualTo(upgraded);
    }
  }

  private static final String ROLES =
      """
      do $$ begin
        if not exists (select from pg_roles where rolname = 'reporting') then
          create role reporting;
          create role "Odd one";
        end if;
      end $$
      """;

  /** The tables as they shall be. No case sees those of another. */
  private static Schema model(ObjectCase each, PostgreSqlVersion version) throws SQLException {
    try (Connection connection = MODELS.get(version).connect()) {
      connection.setAutoCommit(false);
      execute(connection, each.part("after"));
      Schema schema = DIALECT.inspector().inspect(connection, SCOPE).schema();
      connection.rollback();
      return modelled(each, schema);
    }
  }

  private static Schema modelled(ObjectCase each, Schema schema) {
    List<String> others = each.lines("unmodelled");
    return schema.withSequences(
        schema.sequences().stream()
            .filter(sequence -> !others.contains(sequence.name().toString()))
            .toList());
  }

  private static Comparison compare(Schema target, Connection connection, DiffOptions options)
      throws SQLException {
    return SchemaComparison.of(target, connection, DIALECT, SCOPE, options).comparison();
  }

  /** What the catalog says of all but the tables that change, and of what is named to change. */
  private static List<String> apart(List<String> lines, ObjectCase each) {
    return lines.stream()
        .filter(line -> each.lines("apart").stream().anyMatch(line::contains))
        .map(line -> line.replaceFirst(" type .* notnull", ""))
        .toList();
  }

  private static String summaries(List<Operation> operations) {
    return operations.stream()
        .map(operation -> operation instanceof ExecuteSql sql ? sql.sql() : operation.summary())
        .collect(Collectors.joining("\n"));
  }

  private static void apply(Connection connection, Schema start, List<Operation> operations)
      throws SQLException {
    Schema schema = start;
    List<String> done = new ArrayList<>();
    for (Operation operation : operations) {
      Operation completed = operation.completed(schema);
      for (SqlStatement sql : DIALECT.sqlRenderer().render(completed, schema)) {
        done.add(sql.sql());
        try {
          execute(connection, sql.sql());
        } catch (SQLException e) {
          throw new SQLException(e.getMessage() + "\nin: " + String.join(";\n", done), e);
        }
      }
      schema = PostgreSql.EFFECTS.apply(schema, completed);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String single : PostgreSql.TEXT.statements(sql)) {
        statement.execute(single);
      }
    }
  }
}
