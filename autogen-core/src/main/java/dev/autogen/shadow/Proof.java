package dev.autogen.shadow;

import dev.autogen.dialect.RowRules;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.Inspection;
import dev.autogen.rows.RowReport;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision on a throwaway database, upwards, downwards and upwards again. After each step it
 * compares the result with the expected one.
 */
public final class Proof {

  /** Compares the target with the database of a connection, and describes each difference. */
  @FunctionalInterface
  public interface Comparer {

    /**
     * The remaining differences, a line each.
     *
     * @param read what was read from the database
     */
    List<String> differences(Connection connection, Inspection read) throws SQLException;
  }

  /**
   * The result of a proof.
   *
   * @param product the database on which it ran, or null where it did not run
   * @param failures what is not as it should be; empty for a proof that holds
   * @param reservations what the proof does not cover
   * @param rows what happened to rows, where it ran with rows
   * @param reordered the tables whose columns the downgrade left in another order
   */
  public record Result(
      @Nullable String product,
      List<String> failures,
      List<String> reservations,
      RowReport rows,
      List<QualifiedName> reordered) {
    public Result {
      failures = List.copyOf(failures);
      reservations = List.copyOf(reservations);
      reordered = List.copyOf(reordered);
    }

    /** A result without rows. */
    public Result(@Nullable String product, List<String> failures, List<String> reservations) {
      this(product, failures, reservations, RowReport.NONE, List.of());
    }

    /** The result of a proof that could not run. */
    public static Result notTried(String reason) {
      return new Result(null, List.of(), List.of(reason));
    }

    /** Whether upgrade and downgrade ran and do what they should. */
    public boolean holds() {
      return product != null && failures.isEmpty();
    }

    /**
     * Whether the proof holds, and the migration neither fails on rows nor loses rows without
     * saying so.
     */
    public boolean holdsWithRows() {
      return holds() && !rows.fails();
    }

    /**
     * Whether the revision ran at all. A migration that does more than SQL, such as a change in
     * Java of another tool, is not tried by itself.
     */
    public boolean isTried() {
      return holds() || fails();
    }

    /**
     * Whether all of some proofs hold with rows, apart from those that were not tried. Where none
     * was tried nothing holds.
     */
    public static boolean allHold(Collection<Result> results) {
      List<Result> tried = results.stream().filter(Result::isTried).toList();
      return (results.isEmpty() || !tried.isEmpty())
          && tried.stream().allMatch(Result::holdsWithRows);
    }

    /** Whether the revision ran and does not do what it should. */
    public boolean fails() {
      return !failures.isEmpty();
    }

    /**
     * What the downgrade did not restore, and no downgrade can: values, rows, the order of columns.
     */
    public List<String> unrestored() {
      List<String> unrestored = new ArrayList<>(rows.unrestored());
      if (!reordered.isEmpty()) {
        unrestored.add("the order of the columns of " + listed(reordered));
      }
      return List.copyOf(unrestored);
    }

    private static String listed(List<QualifiedName> tables) {
      int last = tables.size() - 1;
      String start =
          tables.subList(0, last).stream()
              .map(QualifiedName::toString)
              .collect(Collectors.joining(", "));
      return start.isEmpty() ? tables.get(last).toString() : start + " and " + tables.get(last);
    }

    /** The sentence about the proof in a migration's Javadoc. */
    public String note() {
      if (fails()) {
        return "the proof on " + product + " failed.";
      } else if (!holds()) {
        return "not proven.";
      } else if (rows.fails()) {
        return "proven on "
            + product
            + " without rows alone: with "
            + rows.scale()
            + ", "
            + worst();
      }
      String unrestored =
          unrestored().isEmpty() ? "" : ", but not " + String.join(", ", unrestored());
      return "proven on "
          + product
          + ": upgrade matches the model, downgrade restores the schema"
          + unrestored
          + (rows.rows() == 0 ? "." : "; tried with " + rows.scale() + ".");
    }

    /** The worst effect between rows and migration. */
    private String worst() {
      return rows.failures().isEmpty()
          ? "some are lost and no statement says so."
          : rows.failures().get(0).replaceFirst("(?s) on rows: .*", "") + ".";
    }
  }

  private final ProofStart start;
  private final boolean withRows;
  private RowRules.Reach reach = RowRules.Reach.ALL;
  private boolean forward;

  /**
   * A proof that begins there.
   *
   * @param start the history, with the revision to prove in it, and the shadow
   * @param withRows whether to put rows into the tables, and to check what happens to them
   */
  public Proof(ProofStart start, boolean withRows) {
    this.start = start;
    this.withRows = withRows;
  }

  /** The same proof, with rows only in these tables and those that they refer to. */
  public Proof reaching(Set<QualifiedName> tables) {
    this.reach = RowRules.Reach.of(tables);
    return this;
  }

  /** The same proof of the upgrade alone, for a migration that cannot be undone. */
  public Proof forward(boolean alone) {
    this.forward = alone;
    return this;
  }

  /**
   * Proves a revision. Its parents are applied first. If they do not lead to the database's schema,
   * because the history began with an existing database, the proof uses a copy of that schema.
   *
   * @param actual the schema before the revision, or null to take what the history makes
   * @param comparer compares the model after the upgrade, or null where there is no model to match
   */
  public Result of(RevisionScript revision, @Nullable Schema actual, @Nullable Comparer comparer) {
    List<String> reservations = new ArrayList<>();
    try {
      reservations.addAll(start.prepare(revision, actual));
      ProofTrial trial =
          new ProofTrial(start, revision, comparer, withRows ? reach : null, forward);
      ProofTrial.Outcome outcome = trial.run(actual);
      reservations.addAll(outcome.refusals());
      return result(outcome, reservations);
    } catch (AutogenException e) {
      return failed(String.valueOf(e.getMessage()), reservations);
    } catch (SQLException e) {
      return failed("the shadow database failed: " + e.getMessage(), reservations);
    }
  }

  /** A failure proves nothing where the shadow refused something that the database has. */
  private Result result(ProofTrial.Outcome outcome, List<String> reservations) {
    boolean lacking = !outcome.failures().isEmpty() && !outcome.refusals().isEmpty();
    return lacking
        ? new Result(
            null,
            List.of(),
            Stream.concat(reservations.stream(), outcome.failures().stream()).toList())
        : new Result(
            start.shadow().product(),
            outcome.failures(),
            reservations,
            outcome.rows(),
            outcome.reordered());
  }

  private Result failed(String failure, List<String> reservations) {
    return new Result(
        start.shadow().product(), List.of(failure), reservations, RowReport.NONE, List.of());
  }
}
