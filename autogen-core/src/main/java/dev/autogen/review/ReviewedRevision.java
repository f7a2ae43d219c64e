package dev.autogen.review;

import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.RevisionScript;
import dev.autogen.lint.Finding;
import dev.autogen.operation.Operation;
import dev.autogen.rows.RowFinding;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Proof;
import java.util.List;
import java.util.Set;

/**
 * What is known of a revision before anyone runs it.
 *
 * @param file its file, relative to the project where it lies in it
 * @param operations what it does, in order; none where only its SQL is known
 * @param upgrade the statements of the upgrade; none where they are known only when they run
 * @param downgrade the statements that undo it
 * @param before the schema that it starts from
 * @param after the schema that it makes; the same where it does not run
 * @param proof how it ran up and down, with rows
 * @param findings what its statements lock, rewrite and scan
 * @param measured whether locks were measured
 * @param remarks what could not be found out, a sentence each
 */
public record ReviewedRevision(
    RevisionScript script,
    String file,
    List<Operation> operations,
    List<SqlStatement> upgrade,
    List<SqlStatement> downgrade,
    Schema before,
    Schema after,
    Proof.Result proof,
    List<Finding> findings,
    boolean measured,
    List<String> remarks) {

  private static final Set<RowFinding.Kind> LOSSES =
      Set.of(
          RowFinding.Kind.TABLE_DROPPED, RowFinding.Kind.COLUMN_DROPPED, RowFinding.Kind.ROWS_LOST);

  public ReviewedRevision {
    operations = List.copyOf(operations);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    findings = List.copyOf(findings);
    remarks = List.copyOf(remarks);
  }

  /** What the upgrade loses of the rows that were tried. */
  public List<RowFinding> losses() {
    return proof.rows().findings().stream()
        .filter(each -> each.stage() == RowFinding.Stage.UPGRADE && LOSSES.contains(each.kind()))
        .toList();
  }

  /** The operations by which rows or values go. */
  public List<Operation> losing() {
    return operations.stream().filter(Operation::losesData).toList();
  }

  /** The findings that keep others waiting for longer than a change of the catalog, or worse. */
  public List<Finding> warnings() {
    return findings.stream().filter(each -> each.level() != Level.NOTE).toList();
  }

  /** What to think of it at first sight. */
  public Verdict verdict() {
    boolean error = findings.stream().anyMatch(each -> each.level() == Level.ERROR);
    if (proof.fails() || proof.rows().fails() || error) {
      return Verdict.FAILS;
    } else if (!losses().isEmpty() || !losing().isEmpty()) {
      return Verdict.LOSES_DATA;
    }
    boolean plain =
        proof.holds() && warnings().isEmpty() && proof.unrestored().isEmpty() && remarks.isEmpty();
    return plain ? Verdict.SAFE : Verdict.LOOK_HERE;
  }
}
