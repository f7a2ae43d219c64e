package dev.autogen.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a proof with rows found.
 *
 * @param tables how many tables got rows
 * @param rows how many rows they got
 * @param withoutRows the tables that got none, a line each, with the reason
 * @param failures the failures of the migration that rows cause
 * @param findings what happened to the rows
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

  /** A report of a proof that could not put rows into the tables. */
  public static RowReport notTried(String reason) {
    return new RowReport(0, 0, List.of(reason), List.of(), List.of());
  }

  /** Whether the migration fails on rows, or loses rows without saying so. */
  public boolean fails() {
    return !failures.isEmpty() || findings.stream().anyMatch(RowFinding::unexpected);
  }

  /** All that was found, a line each, the worst first. */
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

  /**
   * What the author of a migration cannot see in its source: failures, lost rows, changed values.
   */
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

  /** The rows and values that the downgrade did not restore. */
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

  /** How many rows the proof used: {@code 61 rows in 8 tables}. */
  public String scale() {
    return rows
        + (rows == 1 ? " row" : " rows")
        + " in "
        + tables
        + (tables == 1 ? " table" : " tables");
  }
}
