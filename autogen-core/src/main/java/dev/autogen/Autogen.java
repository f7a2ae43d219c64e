package dev.autogen;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.history.RevisionScript;
import dev.autogen.migration.Migration;
import dev.autogen.run.ClassPathMigrations;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.LoggedRuns;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RevisionStatus;
import dev.autogen.run.RunListener;
import dev.autogen.run.RunReport;
import dev.autogen.run.RunSettings;
import dev.autogen.run.UndoneBaseline;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs migrations from within an application, at its start:
 *
 * <pre>{@code
 * Autogen.configure().dataSource(dataSource).migrations("db.migrations").build().upgrade("head");
 * }</pre>
 *
 * <p>It needs only JDBC. If several instances start at once, one of them applies each revision and
 * the others wait for it. The data source must be able to give two connections at a time.
 */
public final class Autogen {

  private final MigrationRunner runner;
  private final RunListener listener;

  private Autogen(MigrationRunner runner, RunListener listener) {
    this.runner = runner;
    this.listener = listener;
  }

  /** Begins with the usual settings. */
  public static Builder configure() {
    return new Builder();
  }

  /**
   * Applies what is missing up to a target, such as {@code head}.
   *
   * @throws AutogenException if a revision fails, or the database is at one that is not known here
   */
  public RunReport upgrade(String target) {
    return logged(runner.upgrade(target));
  }

  /**
   * Undoes the revisions above a target, such as {@code -1} or {@code base}.
   *
   * @throws AutogenException if a revision fails or has no downgrade
   */
  public RunReport downgrade(String target) {
    return logged(runner.downgrade(target));
  }

  private RunReport logged(RunReport report) {
    return listener instanceof LoggedRuns log ? log.logIfEmpty(report) : report;
  }

  /** The revisions that the database is at, one per branch; none if it is at the base. */
  public List<String> current() {
    return runner.current();
  }

  /** Every revision, parents before children. */
  public List<RevisionScript> history() {
    return runner.migrations().history().all();
  }

  /** The ends of the branches. */
  public List<RevisionScript> heads() {
    return runner.migrations().history().heads();
  }

  /** The revisions that have not been applied, in the order in which they would be. */
  public List<RevisionScript> pending() {
    return runner.planner().pending();
  }

  /** Every revision as the database knows it. */
  public List<RevisionStatus> status() {
    return runner.status();
  }

  /** Records that the database is at these revisions, without running anything. */
  public RunReport stamp(String... targets) {
    return runner.stamp(List.of(targets), false);
  }

  /** Collects the settings with which an application runs its migrations. */
  public static final class Builder {

    private @Nullable ConnectionSource connections;
    private @Nullable Dialect dialect;
    private @Nullable MigrationSource source;
    private String packageName = "db.migrations";
    private @Nullable ClassLoader loader;
    private RunSettings settings = RunSettings.DEFAULT.withListener(new LoggedRuns());

    private Builder() {}

    /** The database; two connections are taken from it at a time. */
    public Builder dataSource(DataSource dataSource) {
      this.connections = dataSource::getConnection;
      return this;
    }

    /** The database, if there is no data source. */
    public Builder connections(ConnectionSource connections) {
      this.connections = connections;
      return this;
    }

    /** The kind of database; by default, the JDBC URL decides. */
    public Builder dialect(Dialect dialect) {
      this.dialect = dialect;
      return this;
    }

    /** The package of the migrations; by default {@code db.migrations}. */
    public Builder migrations(String packageName) {
      this.packageName = packageName;
      return this;
    }

    /** The migrations one by one, for a class path that cannot be searched. */
    public Builder migrations(List<Class<? extends Migration>> classes) {
      this.source = ClassPathMigrations.of(classes);
      return this;
    }

    /** The source of the migrations, if they do not come from a package. */
    public Builder migrations(MigrationSource source) {
      this.source = source;
      return this;
    }

    /** The class loader of the migrations; by default the thread's context class loader. */
    public Builder classLoader(ClassLoader loader) {
      this.loader = loader;
      return this;
    }

    /** The name of the version table in the default schema. */
    public Builder versionTable(String name) {
      return versionTable(QualifiedName.of(name));
    }

    /** The version table in a schema of its own. */
    public Builder versionTable(QualifiedName name) {
      this.settings = settings.withVersionTable(name);
      return this;
    }

    /** How long to wait for another instance that is at work; by default 5 minutes. */
    public Builder lockWait(Duration wait) {
      this.settings = settings.withLockWait(wait);
      return this;
    }

    /**
     * How long a statement waits for a lock of other sessions before its revision is rolled back
     * and tried again; by default 5 seconds.
     */
    public Builder lockTimeout(Duration timeout) {
      this.settings = settings.withLockTimeout(timeout, settings.retryFor());
      return this;
    }

    /** How long a revision that met locks is tried again; by default a minute. */
    public Builder retryFor(Duration limit) {
      this.settings = settings.withLockTimeout(settings.lockTimeout(), limit);
      return this;
    }

    /** Whether an instance starts although the database is newer than its migrations. */
    public Builder allowNewerDatabase(boolean allowed) {
      this.settings = settings.withAllowNewerDatabase(allowed);
      return this;
    }

    /**
     * The revision that a database counts as being at if it has tables and was never at a revision:
     * on the first start, it is noted as being there, and upgraded from there. An empty database is
     * upgraded from nothing.
     */
    public Builder baselineAt(String revision) {
      this.settings = settings.withBaselineAt(revision);
      return this;
    }

    /**
     * A baseline that {@link Autogen#downgrade} may undo, with what was in the database before
     * autogen. Without it, a downgrade stops above a baseline.
     */
    public Builder undoBaseline(String revision) {
      this.settings = settings.withUndoneBaseline(UndoneBaseline.of(revision));
      return this;
    }

    /**
     * Whether each revision commits by itself; with {@code false}, all that one call applies take
     * effect together, or none.
     */
    public Builder transactionPerMigration(boolean each) {
      this.settings = settings.withTransactionPerMigration(each);
      return this;
    }

    /** Values that migrations read by {@code op.argument}. */
    public Builder arguments(Map<String, String> arguments) {
      this.settings = settings.withArguments(arguments);
      return this;
    }

    /**
     * A listener that is told what is done. It replaces the log: without a listener, autogen writes
     * to the {@link System.Logger} {@code dev.autogen}. {@link RunListener#SILENT} keeps quiet.
     */
    public Builder onProgress(RunListener listener) {
      this.settings = settings.withListener(listener);
      return this;
    }

    /**
     * Finds the migrations of the application.
     *
     * @throws AutogenException if there is no data source, or no migration is found
     */
    public Autogen build() {
      if (connections == null) {
        throw AutogenException.usage("no database: call dataSource(...) before build()");
      }
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      ClassLoader own = context == null ? Autogen.class.getClassLoader() : context;
      MigrationSource migrations =
          source == null
              ? ClassPathMigrations.inPackage(packageName, loader == null ? own : loader)
              : source;
      Dialect kind = dialect == null ? dialectOf(connections) : dialect;
      return new Autogen(
          new MigrationRunner(connections, kind, migrations, settings), settings.listener());
    }

    private static Dialect dialectOf(ConnectionSource connections) {
      try (Connection connection = connections.open()) {
        return Dialects.of(connection.getMetaData().getURL());
      } catch (SQLException e) {
        throw AutogenException.failed("cannot connect to the database: " + e.getMessage(), e);
      }
    }
  }
}
