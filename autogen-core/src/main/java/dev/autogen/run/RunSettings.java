package dev.autogen.run;

import dev.autogen.dialect.RunnerLock;
import dev.autogen.schema.QualifiedName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings with which migrations are run.
 *
 * @param versionTable the table that holds a row per head; it is in the default schema if its name
 *     has none
 * @param lockWait how long to wait for another runner
 * @param lockTimeout how long a statement waits for a lock before its transaction is rolled back
 * @param retryFor how long a revision that met a lock is tried again
 * @param allowNewerDatabase whether a database at a revision that is not known here is left alone
 *     rather than refused
 * @param transactionPerMigration whether each revision commits by itself, rather than all that one
 *     run applies together
 * @param arguments what {@code -x key=value} gave
 * @param tag what {@code --tag} gave, or null
 * @param sharesTransaction whether the connection is within a transaction that somebody else rolls
 *     back, so that a migration that needs several is refused
 * @param undoneBaseline the baselines that a downgrade may undo
 * @param baselineAt the revision that a database with tables and without a version row counts as
 *     being at, or null
 * @param otherHistories the tables in which other runners say where a database is
 * @param schemas the schemas beside the default one that {@code op.inspect()} reads
 */
public record RunSettings(
    QualifiedName versionTable,
    Duration lockWait,
    Duration lockTimeout,
    Duration retryFor,
    boolean allowNewerDatabase,
    boolean transactionPerMigration,
    Map<String, String> arguments,
    @Nullable String tag,
    boolean sharesTransaction,
    UndoneBaseline undoneBaseline,
    @Nullable String baselineAt,
    Set<String> otherHistories,
    Set<String> schemas,
    RunListener listener) {

  private static final int SHORTEST_SECRET = 4;

  /** The default settings. */
  public static final RunSettings DEFAULT =
      new RunSettings(
          QualifiedName.of("autogen_version"),
          Duration.ofMinutes(5),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          false,
          true,
          Map.of(),
          null,
          false,
          UndoneBaseline.NONE,
          null,
          Set.of(),
          Set.of(),
          RunListener.SILENT);

  public RunSettings {
    arguments = Map.copyOf(arguments);
    otherHistories = Set.copyOf(otherHistories);
    schemas = Set.copyOf(schemas);
  }

  /**
   * The table that records what ran when: {@code autogen_journal} beside {@code autogen_version}.
   */
  public QualifiedName journalTable() {
    return versionTable.withName(versionTable.name().replaceFirst("_version$", "") + "_journal");
  }

  /**
   * The names of the tables that belong to autogen or to another runner, which no comparison should
   * see.
   */
  public Set<String> ownTables() {
    Set<String> own = new HashSet<>(otherHistories);
    own.add(versionTable.name());
    own.add(journalTable().name());
    own.add(versionTable.name() + RunnerLock.TABLE_SUFFIX);
    return own;
  }

  /** A text without the values of arguments, which may be secret; very short ones stay. */
  String masked(String text) {
    String masked = text;
    for (String value : arguments.values()) {
      if (value.length() >= SHORTEST_SECRET) {
        masked = masked.replace(value, "***");
      }
    }
    return masked;
  }

  /** The same settings with another version table. */
  public RunSettings withVersionTable(QualifiedName table) {
    return with(draft -> draft.versionTable = table);
  }

  /** The same settings with another wait for other runners. */
  public RunSettings withLockWait(Duration wait) {
    return with(draft -> draft.lockWait = wait);
  }

  /** The same settings with another limit for a statement that waits for a lock. */
  public RunSettings withLockTimeout(Duration timeout, Duration retry) {
    return with(
        draft -> {
          draft.lockTimeout = timeout;
          draft.retryFor = retry;
        });
  }

  /** The same settings for a database that may be newer than the history. */
  public RunSettings withAllowNewerDatabase(boolean allowed) {
    return with(draft -> draft.allowNewerDatabase = allowed);
  }

  /** The same settings with a transaction per revision, or with one for a whole run. */
  public RunSettings withTransactionPerMigration(boolean each) {
    return with(draft -> draft.transactionPerMigration = each);
  }

  /** The same settings with arguments for migrations. */
  public RunSettings withArguments(Map<String, String> others) {
    return with(draft -> draft.arguments = others);
  }

  /** The same settings with another tag for migrations. */
  public RunSettings withTag(@Nullable String other) {
    return with(draft -> draft.tag = other);
  }

  /** The same settings for a connection within a transaction that somebody else rolls back. */
  public RunSettings withSharedTransaction(boolean shared) {
    return with(draft -> draft.sharesTransaction = shared);
  }

  /** The same settings for a downgrade that may undo other baselines. */
  public RunSettings withUndoneBaseline(UndoneBaseline other) {
    return with(draft -> draft.undoneBaseline = other);
  }

  /** The same settings with another revision for databases that were there before autogen. */
  public RunSettings withBaselineAt(@Nullable String revision) {
    return with(draft -> draft.baselineAt = revision);
  }

  /** The same settings for a database that another runner works on, too. */
  public RunSettings withOtherHistories(Set<String> tables) {
    return with(draft -> draft.otherHistories = tables);
  }

  /** The same settings with further schemas. */
  public RunSettings withSchemas(Set<String> others) {
    return with(draft -> draft.schemas = others);
  }

  /** The same settings with another listener. */
  public RunSettings withListener(RunListener other) {
    return with(draft -> draft.listener = other);
  }

  private RunSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** The components on their way to a changed copy. */
  private static final class Draft {
    QualifiedName versionTable;
    Duration lockWait;
    Duration lockTimeout;
    Duration retryFor;
    boolean allowNewerDatabase;
    boolean transactionPerMigration;
    Map<String, String> arguments;
    @Nullable String tag;
    boolean sharesTransaction;
    UndoneBaseline undoneBaseline;
    @Nullable String baselineAt;
    Set<String> otherHistories;
    Set<String> schemas;
    RunListener listener;

    Draft(RunSettings from) {
      versionTable = from.versionTable;
      lockWait = from.lockWait;
      lockTimeout = from.lockTimeout;
      retryFor = from.retryFor;
      allowNewerDatabase = from.allowNewerDatabase;
      transactionPerMigration = from.transactionPerMigration;
      arguments = from.arguments;
      tag = from.tag;
      sharesTransaction = from.sharesTransaction;
      undoneBaseline = from.undoneBaseline;
      baselineAt = from.baselineAt;
      otherHistories = from.otherHistories;
      schemas = from.schemas;
      listener = from.listener;
    }

    RunSettings finished() {
      return new RunSettings(
          versionTable,
          lockWait,
          lockTimeout,
          retryFor,
          allowNewerDatabase,
          transactionPerMigration,
          arguments,
          tag,
          sharesTransaction,
          undoneBaseline,
          baselineAt,
          otherHistories,
          schemas,
          listener);
    }
  }
}
