package dev.autogen.lint;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.HazardCode;
import dev.autogen.dialect.HazardRules;
import dev.autogen.dialect.RowRules;
import dev.autogen.rows.RowTrial;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one revision. It runs with rows first; where it fails on them, without; and where it
 * fails then, the statements that fail are left out, so that the rest is seen.
 */
public final class RevisionLint {

  private final Dialect dialect;
  private final HazardRules rules;
  private final RunSettings settings;

  /** The revisions that did not run, and those behind them, in their order. */
  private final List<LintedRevision> left = new ArrayList<>();

  /**
   * A lint on databases of that kind.
   *
   * @throws AutogenException if nothing can be measured there
   */
  public RevisionLint(Dialect dialect, RunSettings settings) {
    this.dialect = dialect;
    this.settings = settings;
    this.rules =
        dialect
            .hazardRules()
            .orElseThrow(
                () ->
                    AutogenException.usage(
                        "'autogen lint' measures locks on PostgreSQL, and this project's database"
                            + " is "
                            + dialect.name()
                            + ". Run 'autogen prove' for what can be tried there."));
  }

  /** One run of a revision. */
  private record Attempt(StatementLog log, List<Hazard> hazards, @Nullable Throwable failure) {}

  /** What a revision does to others, in the order of its statements. */
  public List<Finding> of(LintedRevision revision) {
    Findings findings = new Findings(revision);
    try {
      ConnectionSource copy = before(revision);
      fill(copy, revision);
      Attempt first = attempt(copy, revision, false);
      if (first.failure() == null) {
        return findings.of(first.log(), first.hazards());
      }
      Hazard failure = failure(first, revision);
      Attempt next = attempt(before(revision), revision, false);
      if (next.failure() != null) {
        next = attempt(before(revision), revision, true);
        if (!left.contains(revision)) {
          left.add(revision);
        }
      }
      return findings.of(next.log(), with(next, failure, revision));
    } catch (AutogenException e) {
      return List.of(findings.notRun(String.valueOf(e.getMessage())));
    } catch (SQLException e) {
      return List.of(findings.notRun("the throwaway database failed: " + e.getMessage()));
    }
  }

  /**
   * A database in the state before a revision. Where one of those before it does not run, that one
   * is run without the statements that fail.
   */
  private ConnectionSource before(LintedRevision revision) throws SQLException {
    try {
      return revision.start().before(revision.script());
    } catch (AutogenException e) {
      if (left.isEmpty() || revision.sql() != null) {
        throw e;
      }
    }
    LintedRevision first = left.get(0);
    ConnectionSource copy = first.start().before(first.script());
    for (LintedRevision each : left) {
      if (!each.equals(revision) && attempt(copy, each, true).failure() != null) {
        new MigrationRunner(copy, dialect, each.migrations(), settings)
            .stamp(List.of(each.script().id()), false);
      }
    }
    if (!left.contains(revision)) {
      left.add(revision);
    }
    return copy;
  }

  /** The hazards of the last run, and the failure of the first if it is another. */
  private List<Hazard> with(Attempt last, Hazard failure, LintedRevision revision) {
    List<Hazard> all = new ArrayList<>(last.hazards());
    boolean known =
        all.stream()
            .anyMatch(
                each ->
                    each.code() == failure.code()
                        && (each.position() == failure.position()
                            || each.code() == HazardCode.AG301));
    all.removeIf(
        each ->
            each.code() == failure.code()
                && each.level().compareTo(failure.level()) < 0
                && each.position() == failure.position());
    if (!known || failure.code() == HazardCode.AG203) {
      all.removeIf(each -> each.code() == failure.code() && each.position() == failure.position());
      all.add(failure);
    }
    if (last.failure() != null) {
      Hazard end = failure(last, revision).at(Level.ERROR);
      all.removeIf(each -> each.code() == end.code() && each.position() == end.position());
      all.add(end);
    }
    return all;
  }

  private Hazard failure(Attempt attempt, LintedRevision revision) {
    StatementLog.Failed failed = attempt.log().failed();
    Throwable failure = attempt.failure();
    if (failed != null && isCause(failed.failure(), failure)) {
      return attempt.log().judged(failed);
    }
    String message = failure == null ? "" : String.valueOf(failure.getMessage());
    return new Hazard(
        HazardCode.AG301,
        Level.ERROR,
        failure == null ? 0 : attempt.log().failedAt(failure),
        null,
        revision.script().id(),
        Measured.NOTHING,
        "the revision does not run on the throwaway database: " + message,
        List.of());
  }

  private static boolean isCause(SQLException failure, @Nullable Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each == failure) {
        return true;
      }
    }
    return false;
  }

  /** Gives rows to the tables that the source names, as far as they can have some. */
  private void fill(ConnectionSource copy, LintedRevision revision) {
    RowRules rowRules = dialect.rowRules().orElse(null);
    if (rowRules == null) {
      return;
    }
    try (Connection connection = copy.open()) {
      Set<QualifiedName> named = NamedTables.in(connection, dialect, revision.source());
      RowTrial.begin(connection, rowRules, settings.ownTables(), RowRules.Reach.of(named));
    } catch (SQLException e) {
      // What locks and rewrites a table does so without rows, too.
    }
  }

  private Attempt attempt(ConnectionSource copy, LintedRevision revision, boolean tolerant)
      throws SQLException {
    SourcePlace place = new SourcePlace(revision.script());
    HazardRules.Watch watch = rules.watch(copy::open, settings.ownTables());
    StatementLog log = new StatementLog(dialect, rules, watch, place, tolerant);
    MigrationRunner runner =
        new MigrationRunner(
            new MeasuredConnections(copy, log),
            dialect,
            new LintedMigrations(revision.migrations(), log),
            settings.withListener(log));
    Throwable failure = null;
    try {
      runner.upgrade(revision.script().id());
    } catch (AutogenException e) {
      failure = e;
    }
    return new Attempt(log, log.hazards(), failure);
  }
}
