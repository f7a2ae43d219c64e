package dev.autogen.lint;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the hazards of a revision their places in its file, and leaves out what it accepts. */
final class Findings {

  private final LintedRevision revision;

  Findings(LintedRevision revision) {
    this.revision = revision;
  }

  /** The finding of a revision that could not even begin. */
  Finding notRun(String message) {
    return finding(
        new Hazard(
            HazardCode.AG301,
            Level.ERROR,
            0,
            null,
            revision.script().id(),
            Measured.NOTHING,
            message,
            List.of()),
        firstLine());
  }

  private int firstLine() {
    SqlLines sql = revision.sql();
    return sql == null ? 1 : sql.of(0);
  }

  List<Finding> of(StatementLog log, List<Hazard> hazards) {
    List<Acceptance> acceptances = new ArrayList<>(log.acceptances());
    revision.accepts().forEach(each -> acceptances.add(Acceptance.ofRevision(each)));
    SqlLines sql = revision.sql();
    if (sql != null) {
      acceptances.clear();
      acceptances.addAll(sql.acceptances());
    }
    Set<Acceptance> used = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Hazard hazard : hazards) {
      StatementLog.Sent sent = sent(log, hazard.position());
      List<Acceptance> accepting =
          acceptances.stream()
              .filter(each -> each.code() == hazard.code())
              .filter(each -> each.call() == Acceptance.ANY || each.call() == sent.call())
              .toList();
      used.addAll(accepting);
      if (accepting.isEmpty()) {
        findings.add(finding(announced(hazard, log.losses()), line(log, hazard.position())));
      }
    }
    for (Acceptance each : acceptances) {
      if (!used.contains(each)) {
        findings.add(idle(each));
      }
    }
    findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::code));
    return findings;
  }

  private static StatementLog.Sent sent(StatementLog log, int position) {
    return position < log.sent().size()
        ? log.sent().get(position)
        : new StatementLog.Sent("", 0, 0);
  }

  private int line(StatementLog log, int position) {
    StatementLog.Sent sent = sent(log, position);
    SqlLines sql = revision.sql();
    return sql == null ? Math.max(1, sent.line()) : sql.of(sent.call() - 1);
  }

  /** Rows that the migration says it loses are lost on purpose. */
  private static Hazard announced(Hazard hazard, Map<QualifiedName, String> losses) {
    boolean loss =
        hazard.code() == HazardCode.AG210
            || hazard.code() == HazardCode.AG211
            || hazard.code() == HazardCode.AG202;
    return loss && hazard.table() != null && losses.containsKey(hazard.table())
        ? hazard.at(Level.NOTE)
        : hazard;
  }

  private Finding idle(Acceptance acceptance) {
    return finding(
        new Hazard(
            HazardCode.AG303,
            Level.WARNING,
            0,
            null,
            acceptance.code().toString(),
            Measured.NOTHING,
            "it accepts " + acceptance.code() + ", which is not found there; take the line away",
            List.of()),
        acceptance.line() > 0 ? acceptance.line() : firstLine());
  }

  private Finding finding(Hazard hazard, int line) {
    return new Finding(
        hazard.code(),
        hazard.level(),
        revision.script().id(),
        revision.file(),
        line,
        hazard.table(),
        hazard.object().isEmpty() ? revision.script().id() : hazard.object(),
        hazard.message() + limit(hazard),
        hazard.measured(),
        revision.sql() == null ? SafeText.java(hazard.safe()) : SafeText.sql(hazard.safe()));
  }

  /** What ends the wait for a lock: autogen's own runner sets a limit, others do not. */
  private String limit(Hazard hazard) {
    boolean brief = hazard.code() == HazardCode.AG119 || hazard.code() == HazardCode.AG102;
    if (!brief) {
      return "";
    }
    return revision.sql() == null
        ? ", at most the lock timeout"
        : "; 'set lock_timeout' before it ends that";
  }
}
