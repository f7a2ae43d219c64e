package dev.autogen.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Reach;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.rows.RowFinding.Kind;
import dev.autogen.rows.RowFinding.Stage;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts synthetic rows into the tables of a database, and looks for them again after each step of a
 * migration.
 */
public final class RowTrial {

  private static final Pattern DELETING =
      Pattern.compile("(?is).*\\b(delete\\s+from|truncate|drop\\s+table|merge\\s+into)\\b.*");

  /**
   * What a step of the migration did and announced.
   *
   * @param statements the statements that it executed, as far as they were reported
   * @param losses the tables from which it removes rows on purpose, each with the reason
   */
  public record StepLog(List<String> statements, Map<QualifiedName, String> losses) {

    /** The value for a step that did not run. */
    public static final StepLog NOTHING = new StepLog(List.of(), Map.of());

    Optional<String> of(QualifiedName table) {
      return losses.containsKey(table)
          ? Optional.of(": " + losses.get(table))
          : deletes(statements, table.name()) ? Optional.of("") : Optional.empty();
    }
  }

  private final RowRules rules;
  private final Set<String> ownTables;
  private final Reach reach;
  private final FillResult filling;
  private final RowSnapshot before;
  private final Renames renames;
  private final List<RowFinding> findings = new ArrayList<>();

  private RowTrial(
      RowRules rules,
      Set<String> ownTables,
      Reach reach,
      FillResult filling,
      RowSnapshot before,
      Renames renames) {
    this.rules = rules;
    this.ownTables = ownTables;
    this.reach = reach;
    this.filling = filling;
    this.before = before;
    this.renames = renames;
  }

  /**
   * Fills tables in the same way at every run.
   *
   * @param ownTables the names of autogen's own tables
   * @param reach the tables whose rows the migration can change
   */
  public static RowTrial begin(
      Connection connection, RowRules rules, Set<String> ownTables, Reach reach)
      throws SQLException {
    List<Table> tables = rules.tables(connection, ownTables, reach);
    FillResult filling = RowFiller.fill(connection, rules, tables);
    RowSnapshot before = RowSnapshot.take(connection, rules, tables);
    return new RowTrial(
        rules, ownTables, reach.with(tables), filling, before, new Renames(rules.text(), tables));
  }

  /** Compares the rows after the upgrade. */
  public void upgraded(Connection connection, StepLog log) throws SQLException {
    findings.addAll(compare(Stage.UPGRADE, connection, log));
  }

  /** Compares the rows after the downgrade with those before the upgrade. */
  public void downgraded(Connection connection, StepLog log) throws SQLException {
    List<RowFinding> upgrade = List.copyOf(findings);
    for (RowFinding each : compare(Stage.DOWNGRADE, connection, log)) {
      boolean already =
          each.kind() == Kind.ROWS_LOST && each.count() <= lost(upgrade, each.table());
      findings.add(already ? each.expected() : each);
    }
  }

  private List<RowFinding> compare(Stage stage, Connection connection, StepLog log)
      throws SQLException {
    renames.follow(log.statements());
    List<Table> tables =
        renames.identified(rules.tables(connection, ownTables, renames.reached(reach)));
    RowSnapshot now = RowSnapshot.take(connection, rules, tables, before);
    return RowComparison.of(stage, before, now, log);
  }

  private static int lost(List<RowFinding> upgrade, String table) {
    return upgrade.stream()
        .filter(each -> each.kind() == Kind.ROWS_LOST || each.kind() == Kind.TABLE_DROPPED)
        .filter(each -> each.table().equals(table))
        .mapToInt(RowFinding::count)
        .sum();
  }

  private static boolean deletes(List<String> statements, String table) {
    Pattern name = Pattern.compile("(?is).*(?<!\\w)" + Pattern.quote(table) + "(?!\\w).*");
    return statements.stream()
        .filter(statement -> DELETING.matcher(statement).matches())
        .anyMatch(statement -> name.matcher(statement).matches());
  }

  /**
   * The rows on which a statement of the migration failed; the database must be as it was before.
   *
   * @param before the statements that ran before it
   * @param transactional whether statements that change the schema can be undone; if not, the
   *     database is as they left it
   */
  public List<String> failingRows(
      Connection connection, List<String> before, String statement, boolean transactional) {
    return FailingRows.find(connection, rules, ownTables, before, statement, transactional);
  }

  /** How the database puts and reads rows. */
  public RowRules rules() {
    return rules;
  }

  /** The findings so far. */
  public RowReport report() {
    return report(List.of());
  }

  /** The findings until the migration failed because of the rows. */
  public RowReport report(List<String> failures) {
    int tables = (int) filling.tables().stream().filter(each -> each.rows() > 0).count();
    int rows = filling.tables().stream().mapToInt(FillResult.FilledTable::rows).sum();
    return new RowReport(tables, rows, filling.empty(), failures, findings);
  }
}
