package dev.autogen.lint;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.run.MigrationSource;
import java.util.Collection;
import java.util.Optional;

/** A history whose migrations are measured. */
final class LintedMigrations implements MigrationSource {

  private final MigrationSource migrations;
  private final StatementLog log;

  LintedMigrations(MigrationSource migrations, StatementLog log) {
    this.migrations = migrations;
    this.log = log;
  }

  @Override
  public RevisionGraph history() {
    return migrations.history();
  }

  @Override
  public void prepare(Collection<RevisionScript> scripts) {
    migrations.prepare(scripts);
  }

  @Override
  public Migration migration(RevisionScript script) {
    Migration real = migrations.migration(script);
    return new Migration() {
      @Override
      public void upgrade(Operations op) {
        LintedOperations linted = new LintedOperations(op, log, false);
        // The runner's own change of the version table comes first, and by itself.
        linted.flush();
        log.begin();
        try {
          real.upgrade(linted);
        } finally {
          log.end();
        }
      }
    };
  }

  @Override
  public Optional<String> sha256(RevisionScript script) {
    return migrations.sha256(script);
  }

  @Override
  public boolean isUnchanged(RevisionScript script, String recorded) {
    return migrations.isUnchanged(script, recorded);
  }
}
