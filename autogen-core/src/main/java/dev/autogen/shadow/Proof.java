package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Catalogs;
import dev.autogen.history.RevisionScript;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision on a throwaway database, upwards, downwards and upwards again, and compares what
 * is there with what should be.
 */
public final class Proof {

  /** Compares the target with the database of a connection, and describes each difference. */
  @FunctionalInterface
  public interface Comparer {

    /** The differences that are left, a line each. */
    List<String> differences(Connection connection) throws SQLException;
  }

  /**
   * What a proof found.
   *
   * @param product the database on which it was tried, or null where it was not
   * @param failures what is not as it should be; none for a proof that holds
   * @param reservations what the proof does not cover
   */
  public record Result(@Nullable String product, List<String> failures, List<String> reservations) {
    public Result {
      failures = List.copyOf(failures);
      reservations = List.copyOf(reservations);
    }

    /** A proof that could not be tried. */
    public static Result notTried(String reason) {
      return new Result(null, List.of(), List.of(reason));
    }

    /** Whether upgrade and downgrade were tried, and do what they should. */
    public boolean holds() {
      return product != null && failures.isEmpty();
    }

    /** Whether the revision was tried and does not do what it should. */
    public boolean fails() {
      return !failures.isEmpty();
    }

    /** What a migration's Javadoc says of it. */
    public String note() {
      return holds()
          ? "proven on " + product + ": upgrade matches the model, downgrade restores the schema."
          : fails() ? "the proof on " + product + " failed." : "not proven.";
    }
  }

  private final Shadow shadow;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;
  private final List<String> prerequisites;

  /**
   * A proof on that shadow.
   *
   * @param migrations the history, with the revision to prove in it
   * @param prerequisites SQL for what the history takes for granted
   */
  public Proof(
      Shadow shadow,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings,
      List<String> prerequisites) {
    this.shadow = shadow;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
    this.prerequisites = List.copyOf(prerequisites);
  }

  /**
   * Proves a revision: before it, its parents are applied. Where they do not lead to what the
   * database holds (a history that began with an existing database), it is proven on a copy of the
   * database's schema.
   *
   * @param actual the schema before the revision, or null for whatever the history makes
   * @param comparer compares the model after the upgrade, or null where there is none to match
   */
  public Result of(RevisionScript revision, @Nullable Schema actual, @Nullable Comparer comparer) {
    List<String> failures = new ArrayList<>();
    List<String> reservations = new ArrayList<>();
    try {
      Base base = new Base(shadow, dialect, migrations, settings, prerequisites);
      reservations.addAll(base.prepare(revision, actual));
      tryOut(revision, comparer, failures);
    } catch (AutogenException e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      failures.add("the shadow database failed: " + e.getMessage());
    }
    boolean incomplete = !failures.isEmpty() && !reservations.isEmpty();
    return incomplete
        ? new Result(
            null, List.of(), Stream.concat(reservations.stream(), failures.stream()).toList())
        : new Result(shadow.product(), failures, reservations);
  }

  private void tryOut(RevisionScript revision, @Nullable Comparer comparer, List<String> failures)
      throws SQLException {
    MigrationRunner runner =
        new MigrationRunner(shadow.connections(), dialect, migrations, settings);
    Schema before = catalog();
    runner.upgrade(revision.id());
    Schema after = catalog();
    if (comparer != null) {
      left(comparer).forEach(line -> failures.add("left after the upgrade: " + line));
    }
    runner.downgrade(below(revision));
    failures.addAll(Catalogs.differences("after the downgrade", before, catalog()));
    runner.upgrade(revision.id());
    failures.addAll(Catalogs.differences("after the second upgrade", after, catalog()));
  }

  /** What undoes this revision alone, also where it joins branches or begins one. */
  private static String below(RevisionScript revision) {
    return revision.id() + "@" + (revision.isBase() ? "base" : revision.revises().get(0));
  }

  private Schema catalog() throws SQLException {
    return Base.catalog(shadow.connections(), dialect, settings);
  }

  private List<String> left(Comparer comparer) throws SQLException {
    try (Connection connection = shadow.connections().open()) {
      return comparer.differences(connection);
    }
  }
}
