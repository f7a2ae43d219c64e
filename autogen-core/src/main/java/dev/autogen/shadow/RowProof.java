package dev.autogen.shadow;

import dev.autogen.dialect.RowRules;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.rows.RowReport;
import dev.autogen.rows.RowTrial;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationFailed;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A proof with rows in the tables. A revision that fails on the rows is also run without them. */
final class RowProof {

  private final ConnectionSource connections;
  private final RowRules rules;
  private final Set<String> ownTables;
  private final RowRules.Reach reach;
  private final boolean transactional;

  /**
   * A proof on a database.
   *
   * @param transactional whether statements that change the schema can be undone there
   */
  RowProof(
      ConnectionSource connections,
      RowRules rules,
      Set<String> ownTables,
      RowRules.Reach reach,
      boolean transactional) {
    this.connections = connections;
    this.rules = rules;
    this.ownTables = ownTables;
    this.reach = reach;
    this.transactional = transactional;
  }

  /** Gives the database its first state again. */
  interface Reset {
    void run() throws SQLException;
  }

  /**
   * Fills the tables, and runs the revision.
   *
   * @param failures receives the failures that do not depend on rows
   * @throws AutogenException if the revision fails without rows too
   */
  RowReport run(ProofRun run, Reset reset, List<String> failures) throws SQLException {
    RowTrial rows;
    try (Connection connection = connections.open()) {
      rows = RowTrial.begin(connection, rules, ownTables, reach);
    } catch (SQLException e) {
      reset.run();
      failures.addAll(run.run(null));
      return RowReport.notTried("the tables could not be given rows: " + e.getMessage());
    }
    try {
      failures.addAll(run.run(rows));
      return rows.report();
    } catch (IrreversibleMigration e) {
      failures.add(String.valueOf(e.getMessage()));
      return rows.report();
    } catch (AutogenException e) {
      String step = run.step();
      List<String> found = new ArrayList<>(List.of(failure(step, words(e))));
      found.addAll(failingRows(rows, run.statements(), e));
      reset.run();
      failures.addAll(run.run(null));
      String statement = e instanceof MigrationFailed failed ? failed.statement() : null;
      return singly(run, reset, rows, step, statement, found);
    }
  }

  /** Reports what fails and what is lost besides the first statement that fails. */
  private RowReport singly(
      ProofRun run,
      Reset reset,
      RowTrial until,
      String step,
      @Nullable String first,
      List<String> found)
      throws SQLException {
    reset.run();
    RowTrial rows;
    try (Connection connection = connections.open()) {
      rows = RowTrial.begin(connection, rules, ownTables, reach);
    } catch (SQLException e) {
      return until.report(found);
    }
    List<SingleStatements.Failed> failed = run.singly(rows);
    List<String> parts = first == null ? List.of() : run.parts(first);
    boolean inParts =
        parts.size() > 1 && failed.stream().anyMatch(each -> parts.contains(each.statement()));
    List<String> lines = inParts ? new ArrayList<>() : found;
    List<String> seen = new ArrayList<>(first == null || inParts ? List.of() : List.of(first));
    for (SingleStatements.Failed each : failed) {
      if (seen.stream().noneMatch(each::follows)) {
        lines.add(failure(step, words(each.failure(), each.statement())));
        lines.addAll(each.rows());
      }
      seen.add(each.statement());
    }
    return rows.report(lines);
  }

  private static String failure(String step, String words) {
    return "the " + step + " fails on rows: " + words;
  }

  private List<String> failingRows(RowTrial rows, List<String> statements, AutogenException failure)
      throws SQLException {
    if (!(failure instanceof MigrationFailed failed)
        || failed.statement() == null
        || !statements.contains(failed.statement())) {
      return List.of();
    }
    try (Connection connection = connections.open()) {
      List<String> before = statements.subList(0, statements.lastIndexOf(failed.statement()));
      return rows.failingRows(connection, before, failed.statement(), transactional);
    }
  }

  /** The database's error, with the statement that caused it. */
  private String words(AutogenException e) {
    return e instanceof MigrationFailed failed && e.getCause() instanceof SQLException cause
        ? words(cause, failed.statement())
        : String.valueOf(e.getMessage());
  }

  private String words(SQLException cause, @Nullable String statement) {
    String said =
        rules
            .words(cause, String.valueOf(statement))
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("Where:") && !line.startsWith("PL/pgSQL"))
            .collect(Collectors.joining("; "));
    boolean speaks = statement == null || statement.contains(said.replace("'", "''"));
    return speaks ? said : said + "\n  in: " + statement;
  }
}
