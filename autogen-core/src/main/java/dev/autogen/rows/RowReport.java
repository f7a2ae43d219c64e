package dev.autogen.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a proof with rows found.
 *
 * @param tables how many tables were given rows
 * @param rows how many rows
 * @param withoutRows the tables that got none, each with the reason
 * @param failures where the migration fails because of rows
 * @param findings what became of the rows
 */
public record RowReport(
    int tables,
    int rows,
    List<String> withoutRows,
    List<String> failures,
    List<RowFinding> findings) {

  /** A proof without rows. */
  public static final RowReport NONE = new RowReport(0, 0, List.of(), List.of(), List.of());

  public RowReport {
    withoutRows = List.copyOf(withoutRows);
    failures = List.copyOf(failures);
    findings = List.copyOf(findings);
  }

  /** A proof that had to do without rows. */
  public static RowReport notTried(String reason) {
    return new RowReport(0, 0, List.of(reason), List.of(), List.of());
  }

  /** Whether the migration fails on rows, or loses some without saying so. */
  public boolean fails() {
    return !failures.isEmpty() || findings.stream().anyMatch(RowFinding::unexpected);
  }

  /** What was found, a line each, the worst first. */
  public List<String> lines() {
    Stream<String> unexpected =
        findings.stream().filter(RowFinding::unexpected).map(RowFinding::text);
    Stream<String> others =
        findings.stream().filter(each -> !each.unexpected()).map(RowFinding::text);
    List<String> lines = new ArrayList<>(failures);
    Stream.concat(unexpected, others).forEach(lines::add);
    lines.addAll(withoutRows);
    return List.copyOf(lines);
  }

  /** What the author of a migration cannot read in it: failures, lost rows, changed values. */
  public List<String> surprises() {
    List<String> lines = new ArrayList<>(failures);
    findings.stream()
        .filter(
            each ->
                each.unexpected()
                    || each.kind() == RowFinding.Kind.VALUES_CHANGED
                        && each.stage() == RowFinding.Stage.UPGRADE)
        .map(RowFinding::text)
        .forEach(lines::add);
    return List.copyOf(lines);
  }

  /** Whose rows and values the downgrade did not bring back. */
  public List<String> unrestored() {
    return findings.stream()
        .filter(
            each ->
                each.stage() == RowFinding.Stage.DOWNGRADE
                    && each.kind() != RowFinding.Kind.ROWS_ADDED)
        .map(
            each ->
                each.column() == null
                    ? "the rows of " + each.table()
                    : "the values of " + each.table() + "." + each.column())
        .distinct()
        .toList();
  }

  /** With what it was tried: {@code 61 rows in 8 tables}. */
  public String scale() {
    return rows
        + (rows == 1 ? " row" : " rows")
        + " in "
        + tables
        + (tables == 1 ? " table" : " tables");
  }
}
