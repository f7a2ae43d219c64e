package dev.autogen.authoring;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Sha256;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.TransactionControl;
import dev.autogen.sql.TextRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A migration of SQL statements, behind whatever another runner has made of a database. Proofs run
 * it up and down as one of autogen's own.
 */
final class SqlMigration implements MigrationSource {

  private final RevisionScript script;
  private final List<SqlStatement> upgrade;
  private final List<SqlStatement> downgrade;

  /**
   * A migration.
   *
   * @param downgrade what undoes it; none for one that cannot be undone
   */
  SqlMigration(
      String version,
      String description,
      String location,
      List<SqlStatement> upgrade,
      List<SqlStatement> downgrade) {
    this.script =
        new RevisionScript(
            version, List.of(), List.of(), List.of(), "", description, location, location);
    this.upgrade = List.copyOf(upgrade);
    this.downgrade = List.copyOf(downgrade);
  }

  /**
   * Makes sure that autogen can run it in a transaction of its own.
   *
   * @param runner the tool that runs it
   * @throws NotAlone if one of its statements begins or ends a transaction
   */
  SqlMigration alone(TextRules text, String runner) {
    Stream.concat(upgrade.stream(), downgrade.stream())
        .flatMap(each -> TransactionControl.of(each.sql(), text).stream())
        .findFirst()
        .ifPresent(
            word -> {
              throw new NotAlone(
                  "it has the statement "
                      + word
                      + ", so that "
                      + runner
                      + " alone can run it; take the statement out to have it tried");
            });
    return this;
  }

  /** The migration as a revision without parents. */
  RevisionScript script() {
    return script;
  }

  /** Whether it says how it is undone. */
  boolean isReversible() {
    return !downgrade.isEmpty();
  }

  @Override
  public RevisionGraph history() {
    return RevisionGraph.of(List.of(script));
  }

  @Override
  public Migration migration(RevisionScript wanted) {
    return downgrade.isEmpty() ? new Forward() : new Both();
  }

  @Override
  public Optional<String> sha256(RevisionScript wanted) {
    return Optional.of(Sha256.of(upgrade.toString() + downgrade));
  }

  private static void run(List<SqlStatement> statements, Operations op) {
    for (SqlStatement each : statements) {
      if (each.transactional()) {
        op.execute(each.sql());
      } else {
        op.autocommit(outside -> outside.execute(each.sql()));
      }
    }
  }

  /** A migration that cannot be undone: it has no downgrade of its own. */
  private class Forward implements Migration {
    @Override
    public void upgrade(Operations op) {
      run(upgrade, op);
    }
  }

  private final class Both extends Forward {
    @Override
    public void downgrade(Operations op) {
      run(downgrade, op);
    }
  }
}
