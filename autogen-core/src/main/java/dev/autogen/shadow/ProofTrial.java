package dev.autogen.shadow;

import dev.autogen.dialect.RowRules;
import dev.autogen.history.RevisionScript;
import dev.autogen.rows.RowReport;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries a revision on a prepared shadow: in one transaction that is rolled back, or else on a copy.
 * Copying a database takes longer than most migrations.
 */
final class ProofTrial {

  private final ProofStart start;
  private final RevisionScript revision;
  private final Proof.@Nullable Comparer comparer;
  private final RowRules.@Nullable Reach reach;
  private final boolean forward;

  /**
   * A trial of a revision.
   *
   * @param comparer compares the model after the upgrade, or null where there is no model to match
   * @param reach the tables that get rows, or null where none does
   * @param forward whether the upgrade alone is tried
   */
  ProofTrial(
      ProofStart start,
      RevisionScript revision,
      Proof.@Nullable Comparer comparer,
      RowRules.@Nullable Reach reach,
      boolean forward) {
    this.start = start;
    this.revision = revision;
    this.comparer = comparer;
    this.reach = reach;
    this.forward = forward;
  }

  /**
   * What a trial found.
   *
   * @param refusals what the shadow refused to create, a sentence each
   */
  record Outcome(
      List<String> failures, List<String> refusals, RowReport rows, List<QualifiedName> reordered) {

    boolean isClean() {
      return failures.isEmpty() && !rows.fails();
    }
  }

  /**
   * Tries the revision. In one transaction only a success counts. Everything else is tried on a
   * copy, with the transactions of a normal run.
   *
   * @param actual the schema for which the shadow was prepared
   */
  Outcome run(@Nullable Schema actual) throws SQLException {
    Optional<Outcome> quick =
        start.dialect().features().transactionalDdl() ? inOneTransaction() : Optional.empty();
    return quick.isPresent() ? quick.get() : onACopy(actual);
  }

  private Optional<Outcome> inOneTransaction() {
    try (SharedTransaction all =
        SharedTransaction.on(start.shadow().prepared(), start.dialect().throwawayRules())) {
      Outcome outcome =
          run(all, start.settings().withSharedTransaction(true), ProofTrial::refuseToRepeat);
      return outcome.isClean() ? Optional.of(outcome) : Optional.empty();
    } catch (AutogenException | SQLException e) {
      return Optional.empty();
    }
  }

  private static void refuseToRepeat() throws SQLException {
    throw new SQLException("a failed transaction is not tried again");
  }

  private Outcome onACopy(@Nullable Schema actual) throws SQLException {
    ConnectionSource copy = start.shadow().connections();
    return run(
        copy,
        start.settings(),
        () -> {
          start.prepare(revision, actual);
          start.equip(copy);
        });
  }

  /** Runs the trial on one database, which is reset where the run needs it in its first state. */
  private Outcome run(ConnectionSource connections, RunSettings settings, RowProof.Reset reset)
      throws SQLException {
    List<String> failures = new ArrayList<>();
    List<String> refusals = start.equip(connections);
    ProofRun run =
        new ProofRun(
            connections,
            start.dialect(),
            start.migrations(),
            settings,
            revision,
            comparer,
            start.dependents(connections),
            forward,
            start.base());
    Optional<RowRules> rules = reach == null ? Optional.empty() : start.dialect().rowRules();
    RowReport rows = RowReport.NONE;
    try {
      if (rules.isPresent() && reach != null) {
        rows =
            new RowProof(
                    connections,
                    rules.get(),
                    settings.ownTables(),
                    reach,
                    start.dialect().features().transactionalDdl())
                .run(run, reset, failures);
      } else {
        failures.addAll(run.run(null));
      }
    } catch (AutogenException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
    return new Outcome(failures, refusals, rows, run.reordered());
  }
}
