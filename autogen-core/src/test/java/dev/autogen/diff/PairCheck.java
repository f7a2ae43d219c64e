package dev.autogen.diff;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes a pair of schemas there and back in a database: what has been created leaves no difference,
 * neither to what was meant nor to itself, nor do the operations to the second schema; those back
 * restore the catalog, and those there again lead to what they led to before.
 */
final class PairCheck {

  /**
   * What is wrong with a pair.
   *
   * @param step where it shows; a smaller pair that fails elsewhere has another fault
   */
  record Fault(String step, String text) {}

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final List<String> SCHEMAS = List.of("public", "audit", "Sales Dept");
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("audit", "Sales Dept"));

  private final Connection connection;
  private final Consumer<Comparison> comparisons;
  private final DiffOptions options;
  private String step = "";

  /**
   * A check in a database that is empty, and left so.
   *
   * @param strict whether what JPA cannot say goes where the second schema lacks it
   * @param comparisons gets what leads from the first schema of a pair to the second
   */
  PairCheck(Connection connection, boolean strict, Consumer<Comparison> comparisons) {
    this.connection = connection;
    this.comparisons = comparisons;
    Set<String> dropped = strict ? Set.of("index", "constraint") : Set.of();
    this.options = DiffOptions.everything().withDatabaseOnly(dropped);
  }

  Optional<Fault> fault(SchemaPair pair) {
    try {
      connection.setAutoCommit(false);
      try {
        List<String> differences = differences(pair);
        return differences.isEmpty()
            ? Optional.empty()
            : Optional.of(new Fault(step, String.join("\n", differences)));
      } catch (SQLException | RuntimeException e) {
        return Optional.of(new Fault(step + " " + kind(e), String.valueOf(e.getMessage())));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kind(Exception e) {
    return e instanceof SQLException sql ? sql.getSQLState() : e.getClass().getSimpleName();
  }

  private List<String> differences(SchemaPair pair) throws SQLException {
    step = "create the second by hand";
    Savepoint start = connection.setSavepoint();
    Schema filled = LeftOpen.filled(pair.renamed(), pair.second());
    String beside = Beside.onTables(pair.first(), pair.second());
    execute(PlainDdl.of(filled));
    execute(beside);
    CatalogText wanted = text();
    step = "compare the second by hand with what was meant";
    SchemaComparison byHand = compare(pair.second());
    if (byHand.comparison().drift()) {
      return texts(byHand.comparison().operations());
    }
    connection.rollback(start);

    step = "create";
    SchemaComparison creation = compare(pair.first());
    run(creation.actual(), creation.comparison().upgrade());
    execute(beside);
    step = "compare what was created with what was meant";
    CatalogText original = text();
    SchemaComparison created = compare(pair.first());
    if (created.comparison().drift()) {
      return texts(created.comparison().operations());
    }
    step = "compare what was created with itself";
    Comparison itself = compare(created.inspection().schema()).comparison();
    if (itself.drift()) {
      return texts(itself.operations());
    }

    step = "upgrade";
    SchemaComparison change = compare(pair.second(), options.withRenames(pair.renames()));
    Comparison comparison = change.comparison();
    comparisons.accept(comparison);
    run(change.actual(), comparison.upgrade());
    step = "compare after the upgrade";
    SchemaComparison changed = compare(pair.second());
    if (changed.comparison().drift()) {
      return after(comparison.upgrade(), texts(changed.comparison().operations()));
    }
    step = "leave alone what is alike";
    List<String> needless = Untouched.faults(pair, comparison.operations());
    if (!needless.isEmpty()) {
      return needless;
    }
    step = "compare with the second by hand";
    CatalogText upgraded = text();
    List<String> other =
        wanted.open().differences(upgraded.open(), names(pair.second())).stream()
            .filter(line -> !isKept(line, original, pair) && !isSpare(line, pair.second()))
            .toList();
    if (!other.isEmpty()) {
      return after(comparison.upgrade(), other);
    }

    step = "downgrade";
    Schema middle = PostgreSql.EFFECTS.apply(change.actual(), comparison.upgrade());
    run(middle, comparison.downgrade());
    step = "compare after the downgrade";
    List<String> back = original.differences(text(), null);
    if (!back.isEmpty()) {
      return after(comparison.downgrade(), back);
    }
    step = "upgrade again";
    run(change.actual(), comparison.upgrade());
    step = "compare after the second upgrade";
    return after(comparison.upgrade(), upgraded.differences(text(), null));
  }

  /** Whether it is a unique constraint that need not be there, and may. */
  private static boolean isSpare(String difference, Schema schema) {
    return schema.tables().stream()
        .filter(table -> !RedundantUniques.of(table).isEmpty())
        .anyMatch(
            table -> difference.startsWith("surplus: constraint " + table.name() + " ? UNIQUE"));
  }

  /** Whether it is an index that was there before and may stay. */
  private boolean isKept(String difference, CatalogText original, SchemaPair pair) {
    boolean isRenamed = !pair.renames().isEmpty() && difference.startsWith("surplus: index ");
    boolean isOverRanges = difference.matches("surplus: constraint .* WITHOUT OVERLAPS\\)");
    return options.databaseOnly().isEmpty()
        && (isRenamed || isOverRanges || isKept(difference, original));
  }

  private static boolean isKept(String difference, CatalogText original) {
    return original.open().lines().stream()
        .filter(line -> line.kind().equals("index"))
        .anyMatch(line -> difference.startsWith("surplus: index " + line.owner() + " "));
  }

  private CatalogText text() throws SQLException {
    return CatalogText.of(connection, SCHEMAS);
  }

  /** The names of keys and indexes that a schema gives, behind those of their tables. */
  private static Set<String> names(Schema schema) {
    Set<String> names = new HashSet<>();
    for (Table table : schema.tables()) {
      table.constraints().forEach(each -> names.add(table.name() + " " + each.name()));
      table.indexes().forEach(each -> names.add(table.name() + " " + each.name()));
    }
    return names;
  }

  private static List<String> after(List<Operation> operations, List<String> differences) {
    List<String> lines = new ArrayList<>(differences);
    if (!lines.isEmpty()) {
      lines.add("after " + operations.size() + " operations:");
      lines.addAll(texts(operations));
    }
    return lines;
  }

  private static List<String> texts(List<Operation> operations) {
    return operations.stream().map(Operation::toString).toList();
  }

  private SchemaComparison compare(Schema target) throws SQLException {
    return compare(target, options);
  }

  private SchemaComparison compare(Schema target, DiffOptions with) throws SQLException {
    return SchemaComparison.of(target, connection, DIALECT, SCOPE, with);
  }

  private void run(Schema before, List<Operation> operations) throws SQLException {
    List<String> statements = new ArrayList<>();
    Schema schema = before;
    for (Operation operation : operations) {
      DIALECT.sqlRenderer().render(operation, schema).forEach(sql -> statements.add(sql.sql()));
      schema = PostgreSql.EFFECTS.apply(schema, operation);
    }
    execute(String.join(";\n", statements));
  }

  private void execute(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + " in: " + script, e.getSQLState(), e);
    }
  }
}
