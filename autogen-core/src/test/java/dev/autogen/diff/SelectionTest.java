package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code ignore}, {@code include} and {@code keep} leave: the operations, which then run up
 * and down on the database without touching the rest. What goes with what it rests on, though it is
 * ignored, stands in the section {@code gone}; what is kept, in {@code tolerated}.
 */
class SelectionTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("audit"));

  private static TestDatabase database;

  @BeforeAll
  static void createDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void dropDatabase() {
    database.close();
  }

  /** A case of {@code diff/selections.sql}. */
  record Case(String name, Map<String, String> parts) {

    static Case parse(String text) {
      String[] sections = text.split("(?m)^-- ");
      Map<String, String> parts = new HashMap<>();
      for (int i = 1; i < sections.length; i++) {
        int end = sections[i].indexOf('\n');
        parts.put(sections[i].substring(0, end).strip(), sections[i].substring(end + 1));
      }
      return new Case(sections[0].strip(), parts);
    }

    String part(String part) {
      return parts.getOrDefault(part, "");
    }

    List<String> lines(String part) {
      return part(part).lines().filter(line -> !line.isBlank()).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    return Stream.concat(cases("/diff/selections.sql"), cases("/diff/kept.sql"));
  }

  private static Stream<Case> cases(String file) throws IOException {
    try (InputStream in = SelectionTest.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^== "))
          .filter(part -> !part.isBlank())
          .filter(part -> part.contains(System.getProperty("autogen.test.case", "")))
          .map(Case::parse);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void leavesTheRestAlone(Case selected) throws SQLException {
    DiffOptions options =
        DiffOptions.everything()
            .withIgnore(selected.lines("ignore"))
            .withInclude(selected.lines("include"))
            .withTolerance(new Tolerance(selected.lines("keep"), Set.of()));
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      execute(connection, selected.part("model"));
      Schema model = unnamed(catalog(connection));
      assertThat(compare(model, connection, options).operations()).as("no change").isEmpty();
      connection.rollback();

      execute(connection, selected.part("database"));
      execute(connection, selected.part("rows"));
      Schema original = catalog(connection);
      CatalogText before = text(connection);
      Comparison comparison = compare(model, connection, options);

      assertThat(comparison.operations())
          .extracting(Operation::summary)
          .containsExactlyElementsOf(selected.lines("operations"));
      assertThat(comparison.kept())
          .extracting(kept -> kept.kind() + " " + kept.name() + " (" + kept.reason() + ")")
          .containsExactlyInAnyOrderElementsOf(selected.lines("kept"));
      assertThat(comparison.tolerated().kept())
          .extracting(Difference::summary)
          .containsExactlyInAnyOrderElementsOf(selected.lines("tolerated"));
      run(connection, original, comparison.upgrade());
      assertThat(compare(model, connection, options).operations()).as("upgraded").isEmpty();
      assertThat(
              new IgnoredLines(selected.lines("ignore"), selected.lines("include"))
                  .touched(before, text(connection), selected.lines("gone")))
          .as("of what is ignored")
          .isEmpty();
      Schema upgraded = PostgreSql.EFFECTS.apply(original, comparison.upgrade());
      run(connection, upgraded, comparison.downgrade());
      assertThat(PostgreSql.CATALOGS.sorted(catalog(connection)))
          .isEqualTo(PostgreSql.CATALOGS.sorted(original));
      assertThat(before.differences(text(connection), null)).as("downgraded").isEmpty();
      connection.rollback();
    }
  }

  @Test
  void aKindThatThereIsNotIsNamed() {
    DiffOptions options = DiffOptions.everything().withIgnore(List.of("tabel:users"));

    assertThatThrownBy(
            () ->
                Diff.of(
                    Schema.empty(),
                    Schema.empty(),
                    (schema, table) -> schema,
                    options,
                    PostgreSql.TEXT))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("\"tabel:users\"")
        .hasMessageContaining("schema, table, column, constraint, primary-key");
  }

  private static Comparison compare(Schema model, Connection connection, DiffOptions options)
      throws SQLException {
    return SchemaComparison.of(model, connection, DIALECT, SCOPE, options).comparison();
  }

  private static CatalogText text(Connection connection) throws SQLException {
    return CatalogText.of(connection, Set.of("public", "audit"));
  }

  private static Schema catalog(Connection connection) throws SQLException {
    return DIALECT.typeRules().canonical(DIALECT.inspector().inspect(connection, SCOPE).schema());
  }

  /** As a model delivers it: without the names that the database chose. */
  private static Schema unnamed(Schema schema) {
    return schema.withTables(
        schema.tables().stream()
            .map(
                table ->
                    table.withConstraints(
                        table.constraints().stream().map(SelectionTest::unnamed).toList()))
            .toList());
  }

  private static Constraint unnamed(Constraint constraint) {
    return constraint.name().matches(".*_(fkey|key|check\\d*|pkey)")
        ? constraint.withName(null)
        : constraint;
  }

  private static void run(Connection connection, Schema before, List<Operation> operations)
      throws SQLException {
    Schema schema = before;
    for (Operation operation : operations) {
      Operation filled =
          operation instanceof Backfill backfill && backfill.expression() == null
              ? new Backfill(backfill.table(), backfill.column(), "'1'")
              : operation;
      for (SqlStatement sql : DIALECT.sqlRenderer().render(filled, schema)) {
        execute(connection, sql.sql());
      }
      schema = PostgreSql.EFFECTS.apply(schema, operation);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
