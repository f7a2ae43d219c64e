package dev.autogen.lint;

import dev.autogen.migration.DatabaseWords;
import dev.autogen.migration.Operations;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.CommitEachStep;
import dev.autogen.operation.Operation;
import dev.autogen.run.RecordedOperations;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Operations that are sent one by one, so that each is measured at the line that calls it. The
 * runner would send some together, which locks and rewrites the same.
 */
final class LintedOperations implements Operations {

  private final Operations real;
  private final StatementLog log;
  private boolean outside;

  LintedOperations(Operations real, StatementLog log, boolean outside) {
    this.real = real;
    this.log = log;
    this.outside = outside;
  }

  /** Sends what the runner holds back. */
  void flush() {
    if (!outside) {
      real.connection(connection -> {});
    }
  }

  @Override
  public void run(Operation operation) {
    log.call();
    boolean before = outside || operation instanceof CommitEachStep;
    if (RecordedOperations.leavesTransaction(operation)) {
      outside = true;
      log.outside(true);
    }
    if (operation instanceof BackfillInBatches) {
      log.batches();
    }
    real.run(operation);
    flush();
    outside = before;
    log.outside(before);
  }

  @Override
  public DatabaseWords words() {
    return real.words();
  }

  @Override
  public void on(List<String> dialects, Consumer<Operations> work) {
    real.on(dialects, own -> work.accept(new LintedOperations(own, log, outside)));
  }

  @Override
  public void bulkInsert(QualifiedName table, List<? extends Map<String, ?>> rows) {
    log.call();
    real.bulkInsert(table, rows);
  }

  @Override
  public void connection(ConnectionWork work) {
    log.call();
    real.connection(
        connection -> {
          log.working(true);
          try {
            work.run(connection);
          } finally {
            log.working(false);
          }
        });
  }

  @Override
  public void accept(String code, String reason) {
    log.accept(code, reason);
  }

  @Override
  public void losesRows(QualifiedName table, String reason) {
    log.loses(table, reason);
    real.losesRows(table, reason);
  }

  @Override
  public Schema inspect() {
    return real.inspect();
  }

  @Override
  public String argument(String key) {
    return real.argument(key);
  }

  @Override
  public String argument(String key, String fallback) {
    return real.argument(key, fallback);
  }

  @Override
  public Optional<String> tag() {
    return real.tag();
  }

  @Override
  public void autocommit(Consumer<Operations> operations) {
    log.outside(true);
    try {
      real.autocommit(inner -> operations.accept(new LintedOperations(inner, log, true)));
    } finally {
      log.outside(outside);
    }
  }
}
