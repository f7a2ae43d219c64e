package dev.autogen.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Reference;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.rows.FillOrder.Edge;
import dev.autogen.rows.FillResult.FilledTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills every table with a few rows that satisfy its constraints: ordinary values, values at the
 * bounds of their types, nulls, and several children of one parent. The database decides: if it
 * refuses the rows of a table, each row is tried on its own, and a refused one is left out.
 */
final class RowFiller {

  private final Connection connection;
  private final RowRules rules;
  private final RowSql sql;
  private final ParentKeys keys;
  private final Map<String, Table> known = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();

  private RowFiller(Connection connection, RowRules rules) throws SQLException {
    this.connection = connection;
    this.rules = rules;
    this.sql = new RowSql(rules);
    this.keys = new ParentKeys(connection, sql);
  }

  /** Fills the tables in one transaction, which it commits. */
  static FillResult fill(Connection connection, RowRules rules, List<Table> tables)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      FillResult filling = new RowFiller(connection, rules).fill(tables);
      connection.commit();
      return filling;
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }

  private FillResult fill(List<Table> tables) throws SQLException {
    tables.forEach(table -> known.put(table.identity(), table));
    FillOrder order = FillOrder.of(tables);
    List<Edge> late = order.postponed().stream().filter(edge -> !edge.isNullable()).toList();
    run(rules.session());
    run(rules.checkAtOnce());
    for (Edge edge : late) {
      run(rules.postpone(edge.table().name(), edge.reference()));
    }
    for (Table table : order.tables()) {
      fill(table, order.postponed());
    }
    CyclicKeys closing = new CyclicKeys(connection, sql, keys, known);
    for (Edge edge : order.postponed()) {
      closing.close(edge);
    }
    if (!rules.restoreChecks()) {
      deleteOrphans(late);
    }
    for (Edge edge : late) {
      restore(edge);
    }
    return new FillResult(tables.stream().map(this::filled).toList());
  }

  private FilledTable filled(Table table) {
    int count = counts.getOrDefault(table.identity(), 0);
    return new FilledTable(table.name(), count, count > 0 ? null : reasons.get(table.identity()));
  }

  private void fill(Table table, Set<Edge> postponed) throws SQLException {
    Map<Reference, List<Map<String, String>>> parents = new LinkedHashMap<>();
    for (Reference reference : table.references()) {
      if (!postponed.contains(new Edge(table, reference))) {
        parents.put(reference, keys.of(known.get(reference.table()), reference));
      }
    }
    ValueCombinations combinations = new ValueCombinations(connection, sql, table);
    CandidateRows candidates =
        CandidateRows.of(table, ColumnGroups.of(table, parents), combinations);
    if (candidates.obstacle().isPresent()) {
      reasons.put(table.identity(), candidates.obstacle().get());
      return;
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < CandidateRows.ROWS; i++) {
      rows.add(candidates.row(i));
    }
    if (rows.get(0).isEmpty() || insert(table, rows) != null) {
      oneByOne(table, candidates);
    }
  }

  private void oneByOne(Table table, CandidateRows candidates) throws SQLException {
    Map<String, Integer> refusals = new TreeMap<>();
    for (int i = 0; i < CandidateRows.MOST; i++) {
      int count = counts.getOrDefault(table.identity(), 0);
      if (count >= CandidateRows.ROWS || count > 0 && i >= 2 * CandidateRows.ROWS) {
        break;
      }
      String refusal = insert(table, List.of(candidates.row(i)));
      if (refusal != null) {
        refusals.merge(refusal, 1, Integer::sum);
      }
    }
    reasons.put(
        table.identity(),
        refusals.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(3)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining("; ")));
  }

  /** Inserts rows in one round trip; returns the database's error, or null where there was none. */
  private @Nullable String insert(Table table, List<Map<String, String>> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (rules.undoesStatements()) {
        return inserted(table, statement.executeUpdate(sql.insert(table, rows)));
      }
      statement.addBatch("savepoint autogen_rows");
      statement.addBatch(sql.insert(table, rows));
      statement.addBatch("release savepoint autogen_rows");
      return inserted(table, statement.executeBatch()[1]);
    } catch (SQLException e) {
      if (!rules.undoesStatements()) {
        run(List.of("rollback to savepoint autogen_rows", "release savepoint autogen_rows"));
      }
      return firstLine(e.getNextException() == null ? e : e.getNextException());
    }
  }

  private @Nullable String inserted(Table table, int count) {
    counts.merge(table.identity(), count, Integer::sum);
    return count == 0 ? "a trigger or rule takes the row away" : null;
  }

  /** Restores a postponed foreign key. If the rows do not satisfy it, they are deleted first. */
  private void restore(Edge edge) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      run(rules.restore(edge.table().name(), edge.reference()));
    } catch (SQLException e) {
      connection.rollback(savepoint);
      run(List.of("delete from " + sql.quoted(edge.table().name())));
      run(rules.restore(edge.table().name(), edge.reference()));
      counts.remove(edge.table().identity());
      reasons.put(edge.table().identity(), firstLine(e));
    }
  }

  /** Deletes rows that refer to none, until there are no more. */
  private void deleteOrphans(List<Edge> edges) throws SQLException {
    for (boolean found = true; found; ) {
      found = false;
      for (Edge edge : edges) {
        Table parent = known.get(edge.reference().table());
        int deleted = parent == null ? 0 : deleteOrphans(edge, parent);
        if (deleted > 0) {
          found = true;
          counts.merge(edge.table().identity(), -deleted, Integer::sum);
          reasons.put(edge.table().identity(), edge.reference().name() + " leads to no row");
        }
      }
    }
  }

  private int deleteOrphans(Edge edge, Table parent) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
          sql.deleteOrphans(edge.table(), edge.reference(), parent.name()));
    }
  }

  private String firstLine(SQLException e) {
    return rules.words(e, "").lines().findFirst().orElse("");
  }

  private void run(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
