package dev.autogen.diff;

import static dev.autogen.diff.RandomColumns.quote;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.RowRules.Reach;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.dialect.postgresql.rows.PostgreSqlRowRules;
import dev.autogen.diff.PairCheck.Fault;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.rows.RowTrial;
import dev.autogen.schema.Column;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes a pair of schemas from one to the other with rows in the tables: those of tables that stay
 * are there afterwards, with their values in the columns that stay as they are. Rows that the
 * second schema does not allow make the upgrade fail, which is right.
 */
final class RowsCheck {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("audit", "Sales Dept"));

  private int rows;
  private int refused;

  /** How many rows were there before an upgrade that went through. */
  int rows() {
    return rows;
  }

  /** How many upgrades the rows did not allow. */
  int refused() {
    return refused;
  }

  Optional<Fault> fault(SchemaPair pair, PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      database.execute(Beside.TYPES_AND_FUNCTIONS, PlainDdl.of(pair.first()));
      RowTrial.begin(connection, new PostgreSqlRowRules(), Set.of(), Reach.ALL);
      Map<String, List<String>> before = values(connection, pair);
      SchemaComparison change =
          SchemaComparison.of(pair.second(), connection, DIALECT, SCOPE, DiffOptions.everything());
      try {
        database.execute(script(change.actual(), change.comparison().upgrade()));
      } catch (IllegalStateException e) {
        return isOfRows(e) ? refuse() : Optional.of(new Fault("upgrade with rows", e.getMessage()));
      }
      Map<String, List<String>> after = values(connection, pair);
      rows += before.values().stream().mapToInt(List::size).sum();
      return before.equals(after)
          ? Optional.empty()
          : Optional.of(new Fault("compare the rows", "before: " + before + "\nafter:  " + after));
    }
  }

  /** Whether values are refused (PostgreSQL manual, Appendix A: classes 22 and 23). */
  private static boolean isOfRows(IllegalStateException e) {
    return e.getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().matches("2[23].*");
  }

  private Optional<Fault> refuse() {
    refused++;
    return Optional.empty();
  }

  private static String script(Schema before, List<Operation> operations) {
    List<String> statements = new ArrayList<>(List.of("begin"));
    Schema schema = before;
    for (Operation operation : operations) {
      DIALECT.sqlRenderer().render(operation, schema).forEach(sql -> statements.add(sql.sql()));
      schema = PostgreSql.EFFECTS.apply(schema, operation);
    }
    return String.join(";\n", statements) + ";\ncommit";
  }

  private static Map<String, List<String>> values(Connection connection, SchemaPair pair)
      throws SQLException {
    Map<String, List<String>> values = new TreeMap<>();
    for (Table table : pair.first().tables()) {
      Optional<Table> other = pair.second().table(table.name());
      if (other.isPresent()) {
        String columns =
            table.columns().stream()
                .filter(column -> stays(column, other.get(), table))
                .map(column -> quote(column.name()) + "::text")
                .collect(Collectors.joining(", "));
        values.put(table.name().toString(), rows(connection, columns, table));
      }
    }
    return values;
  }

  private static List<String> rows(Connection connection, String columns, Table table)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select row(" + columns + ")::text from " + PlainDdl.name(table.name()))) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows.stream().sorted().toList();
  }

  private static boolean stays(Column column, Table table, Table before) {
    Optional<Column> other = table.column(column.name());
    boolean isKey = isKey(column, table) == isKey(column, before);
    return other.isPresent()
        && isKey
        && column.generated() == null
        && other.get().generated() == null
        && other.get().type().equals(column.type())
        && other.get().nullable() == column.nullable();
  }

  private static boolean isKey(Column column, Table table) {
    return table.primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
  }
}
