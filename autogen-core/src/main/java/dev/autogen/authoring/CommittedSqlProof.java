package dev.autogen.authoring;

import dev.autogen.dialect.Dialect;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.workspace.Workspace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves the committed migrations of a project that another tool runs: each runs on rows, behind
 * what the tool makes of those before it, and is undone where it says how.
 */
public final class CommittedSqlProof {

  /**
   * What came of a migration.
   *
   * @param stops whether the tool itself fails at it, so that it does not reach those behind it
   */
  private record Outcome(Proof.Result result, boolean stops) {}

  private final Workspace workspace;
  private final Dialect dialect;
  private final SqlFormat format;

  public CommittedSqlProof(Workspace workspace, SqlFormat format) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
    this.format = format;
  }

  /**
   * Proves migrations.
   *
   * @param wanted the migrations, as revisions
   * @param withRows whether the tables are filled before each
   * @throws AutogenException if the tool does not run those before one of them
   */
  public Map<RevisionScript, Proof.Result> of(List<RevisionScript> wanted, boolean withRows) {
    Set<String> ids = new HashSet<>();
    wanted.forEach(each -> ids.add(each.id()));
    Map<RevisionScript, Proof.Result> results = new LinkedHashMap<>();
    RevisionGraph history = format.migrations().history();
    String last = null;
    for (CommittedSql each : format.committed()) {
      if (ids.contains(each.id())) {
        Outcome outcome = last == null ? of(each, withRows) : notReached(last);
        results.put(history.get(each.id()), outcome.result());
        last = last == null && outcome.stops() ? each.id() : last;
      }
    }
    return results;
  }

  private Outcome notReached(String last) {
    return goesOn(
        Proof.Result.notTried(
            format.migrations().runner() + " does not get that far: see " + last + " above"));
  }

  private static Outcome goesOn(Proof.Result result) {
    return new Outcome(result, false);
  }

  private Outcome of(CommittedSql committed, boolean withRows) {
    SqlMigration migration;
    try {
      migration =
          committed.statements().get().alone(dialect.textRules(), format.migrations().runner());
    } catch (NotAlone e) {
      return goesOn(Proof.Result.notTried(String.valueOf(e.getMessage())));
    }
    Shadow shadow = format.inDefaultSchema(workspace.shadow().get(), dialect);
    ProofStart start =
        new ProofStart(shadow, dialect, migration, workspace.proofSettings(), List.of())
            .after(committed.before());
    Proof.Result result =
        new Proof(start, withRows)
            .forward(!migration.isReversible())
            .of(migration.script(), null, null);
    Proof.Result outcome = SqlProof.inWordsOf(format.migrations(), result);
    return outcome.fails() && !failsOnlyBackwards(start, migration)
        ? checkedByTool(outcome, committed, shadow)
        : goesOn(outcome);
  }

  /** Whether the upgrade by itself runs, so that what undoes it is wrong. */
  private static boolean failsOnlyBackwards(ProofStart start, SqlMigration migration) {
    return migration.isReversible()
        && !new Proof(start, false).forward(true).of(migration.script(), null, null).fails();
  }

  /** A failure of a migration that the tool itself runs says only that autogen cannot run it. */
  private Outcome checkedByTool(Proof.Result result, CommittedSql committed, Shadow shadow) {
    try {
      new ProofStart(shadow, dialect, workspace.runnable(), workspace.proofSettings(), List.of())
          .after(committed.with())
          .replayHeads();
    } catch (AutogenException | SQLException e) {
      List<String> failures = new ArrayList<>(result.failures());
      failures.add(String.valueOf(e.getMessage()));
      return new Outcome(new Proof.Result(result.product(), failures, result.reservations()), true);
    }
    boolean isDowngrade = result.failures().stream().anyMatch(it -> it.contains("downgrade"));
    return goesOn(
        isDowngrade
            ? result
            : Proof.Result.notTried(
                format.migrations().runner()
                    + " runs it, but by itself it does not run: "
                    + result.failures().get(0)));
  }
}
