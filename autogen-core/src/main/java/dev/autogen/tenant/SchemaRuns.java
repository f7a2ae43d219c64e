package dev.autogen.tenant;

import dev.autogen.dialect.Dialect;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs one history in many schemas of a database, several at a time. Each schema has its own
 * version table, journal and lock. A failure in one schema does not stop the others, unless the
 * database cannot be reached any more. The next run continues in each schema where it is.
 */
public final class SchemaRuns {

  private final ConnectionSource connections;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;
  private final int parallel;
  private volatile boolean unreachable;

  /**
   * Runs for a database.
   *
   * @param parallel how many schemas are worked on at a time; each takes up to two connections
   * @throws AutogenException if it is less than 1, or the version table is in a schema of its own
   */
  public SchemaRuns(
      ConnectionSource connections,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings,
      int parallel) {
    if (parallel < 1) {
      throw AutogenException.usage("at least one schema is worked on at a time, not " + parallel);
    }
    if (settings.versionTable().schema() != null) {
      throw AutogenException.usage(
          "the version table "
              + settings.versionTable()
              + " is in a schema of its own, where each schema needs one; leave the schema out of"
              + " migrations.version-table");
    }
    this.connections = connections;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
    this.parallel = parallel;
  }

  /**
   * Works in each of the schemas.
   *
   * @param work what is done in each, several at a time
   * @param done is told of each schema as soon as it is finished, one at a time
   * @return the outcome of each, in the order of the schemas
   */
  public <R> List<SchemaOutcome<R>> run(
      List<String> schemas, Function<SchemaPlace, R> work, Consumer<SchemaOutcome<R>> done) {
    int workers = Math.max(1, Math.min(parallel, schemas.size()));
    BlockingQueue<SchemaConnections> supply = new ArrayBlockingQueue<>(workers);
    for (int i = 0; i < workers; i++) {
      supply.add(new SchemaConnections(connections, dialect.executionRules()));
    }
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<SchemaOutcome<R>>> running = new ArrayList<>();
      for (String schema : schemas) {
        running.add(threads.submit(() -> outcome(schema, supply, work, done)));
      }
      List<SchemaOutcome<R>> outcomes = new ArrayList<>();
      for (Future<SchemaOutcome<R>> each : running) {
        outcomes.add(each.get());
      }
      return List.copyOf(outcomes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted; run the command again to go on", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
      supply.forEach(SchemaConnections::close);
    }
  }

  private <R> SchemaOutcome<R> outcome(
      String schema,
      BlockingQueue<SchemaConnections> supply,
      Function<SchemaPlace, R> work,
      Consumer<SchemaOutcome<R>> done)
      throws InterruptedException {
    SchemaConnections own = supply.take();
    SchemaOutcome<R> outcome;
    unreachable |= own.isUnreachable();
    try {
      if (unreachable) {
        throw new SkippedSchema();
      }
      outcome = new SchemaOutcome<>(schema, work.apply(place(schema, own)), null);
    } catch (RuntimeException e) {
      outcome = new SchemaOutcome<>(schema, null, e);
    } finally {
      unreachable |= own.isUnreachable();
      supply.add(own);
    }
    synchronized (done) {
      done.accept(outcome);
    }
    return outcome;
  }

  private SchemaPlace place(String schema, SchemaConnections own) {
    RunSettings named = settings.withListener(new SchemaListener(schema, settings.listener()));
    ConnectionSource inside = own.in(schema);
    return new SchemaPlace(schema, inside, new MigrationRunner(inside, dialect, migrations, named));
  }
}
