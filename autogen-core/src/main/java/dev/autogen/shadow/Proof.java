package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.RowRules;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.Foundations;
import dev.autogen.rows.RowReport;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    /** The remaining differences, a line each. */
    List<String> differences(Connection connection) throws SQLException;
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

  private final Shadow shadow;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;
  private final List<String> prerequisites;
  private final boolean withRows;
  private UnaryOperator<Schema> compared = UnaryOperator.identity();
  private List<DatabaseObject> dependents = List.of();
  private List<String> functions = List.of();
  private RowRules.Reach reach = RowRules.Reach.ALL;
  private Foundations.Source foundations = () -> Foundations.NONE;

  /**
   * A proof on that shadow.
   *
   * @param migrations the history, with the revision to prove in it
   * @param prerequisites SQL that creates what the history expects in a database
   * @param withRows whether to put rows into the tables, and to check what happens to them
   */
  public Proof(
      Shadow shadow,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings,
      List<String> prerequisites,
      boolean withRows) {
    this.shadow = shadow;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
    this.prerequisites = List.copyOf(prerequisites);
    this.withRows = withRows;
  }

  /**
   * The same proof, which compares only a part of the database with the result of the history.
   *
   * @param part takes from a schema the part that is compared
   */
  public Proof comparing(UnaryOperator<Schema> part) {
    this.compared = part;
    return this;
  }

  /**
   * The same proof, on a shadow that has these dependent objects, in an order in which they can be
   * dropped.
   */
  public Proof having(List<DatabaseObject> objects) {
    this.dependents = List.copyOf(objects);
    return this;
  }

  /**
   * The same proof, on a shadow in which these functions are created first; they are given as
   * statements.
   */
  public Proof withFunctions(List<String> statements) {
    this.functions = List.copyOf(statements);
    return this;
  }

  /** The same proof, in which a copy of the schema can use these types and functions. */
  public Proof on(Foundations.Source types) {
    this.foundations = types;
    return this;
  }

  /** The same proof, with rows only in these tables and those that they refer to. */
  public Proof reaching(Set<QualifiedName> tables) {
    this.reach = RowRules.Reach.of(tables);
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
      ProofStart start = start();
      reservations.addAll(start.prepare(revision, actual));
      Optional<Trial> quick = inOneTransaction(start, revision, comparer);
      Trial trial = quick.isPresent() ? quick.get() : onACopy(start, revision, actual, comparer);
      reservations.addAll(trial.refusals());
      return result(trial, reservations);
    } catch (AutogenException e) {
      return result(Trial.failed(String.valueOf(e.getMessage())), reservations);
    } catch (SQLException e) {
      return result(Trial.failed("the shadow database failed: " + e.getMessage()), reservations);
    }
  }

  /**
   * The result of a trial. A failure proves nothing where the shadow refused something that the
   * database has; the proof then counts as not tried.
   */
  private Result result(Trial trial, List<String> reservations) {
    boolean lacking = !trial.failures().isEmpty() && !trial.refusals().isEmpty();
    return lacking
        ? new Result(
            null,
            List.of(),
            Stream.concat(reservations.stream(), trial.failures().stream()).toList())
        : new Result(
            shadow.product(), trial.failures(), reservations, trial.rows(), trial.reordered());
  }

  /**
   * Tries the revision on the prepared database itself, in a transaction that is rolled back:
   * copying a database takes longer than most migrations. Only a success counts. Everything else is
   * tried on a copy, with the transactions of a normal run.
   */
  private Optional<Trial> inOneTransaction(
      ProofStart start, RevisionScript revision, @Nullable Comparer comparer) {
    try (SharedTransaction all =
        SharedTransaction.on(shadow.prepared(), dialect.throwawayRules())) {
      RunSettings shared = settings.withSharedTransaction(true);
      Trial trial = new Tries(start, revision, comparer, all, shared).run(Proof::onlyOnce);
      return trial.isClean() ? Optional.of(trial) : Optional.empty();
    } catch (AutogenException | SQLException e) {
      return Optional.empty();
    }
  }

  /** Refuses to repeat a failed trial in the same transaction. */
  private static void onlyOnce() throws SQLException {
    throw new SQLException("a failed transaction is not tried again");
  }

  private Trial onACopy(
      ProofStart start,
      RevisionScript revision,
      @Nullable Schema actual,
      @Nullable Comparer comparer)
      throws SQLException {
    ConnectionSource copy = shadow.connections();
    Tries tries = new Tries(start, revision, comparer, copy, settings);
    return tries.run(
        () -> {
          start().prepare(revision, actual);
          start.equip(copy);
        });
  }

  /**
   * The result of a trial.
   *
   * @param refusals what the shadow refused to create, a sentence each
   */
  private record Trial(
      List<String> failures, List<String> refusals, RowReport rows, List<QualifiedName> reordered) {

    static Trial failed(String failure) {
      return new Trial(List.of(failure), List.of(), RowReport.NONE, List.of());
    }

    boolean isClean() {
      return failures.isEmpty() && !rows.fails();
    }
  }

  /** Tries a revision on one database. */
  private final class Tries {

    private final ProofStart start;
    private final RevisionScript revision;
    private final @Nullable Comparer comparer;
    private final ConnectionSource connections;
    private final RunSettings runSettings;

    Tries(
        ProofStart start,
        RevisionScript revision,
        @Nullable Comparer comparer,
        ConnectionSource connections,
        RunSettings runSettings) {
      this.start = start;
      this.revision = revision;
      this.comparer = comparer;
      this.connections = connections;
      this.runSettings = runSettings;
    }

    /**
     * Runs the trial, with rows if they are wanted. Prepares the database again where the run needs
     * it.
     */
    Trial run(RowProof.Preparation again) throws SQLException {
      List<String> failures = new ArrayList<>();
      List<String> refusals = start.equip(connections);
      ProofRun run =
          new ProofRun(
              connections,
              dialect,
              migrations,
              runSettings,
              revision,
              comparer,
              new ShadowDependents(shadow, connections, dialect, settings, dependents));
      Optional<RowRules> rules = withRows ? dialect.rowRules() : Optional.empty();
      RowReport rows = RowReport.NONE;
      try {
        if (rules.isPresent()) {
          rows =
              new RowProof(connections, rules.get(), settings.ownTables(), reach)
                  .run(run, again, failures);
        } else {
          failures.addAll(run.run(null));
        }
      } catch (AutogenException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
      return new Trial(failures, refusals, rows, run.reordered());
    }
  }

  private ProofStart start() {
    return new ProofStart(shadow, dialect, migrations, settings, prerequisites)
        .comparing(compared)
        .withFunctions(functions)
        .on(foundations)
        .having(dependents);
  }
}
