package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.migration.DatabaseWords;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import java.util.Collection;
import java.util.Optional;

/**
 * Migrations on one kind of database. Those that are written for several ({@link
 * dev.autogen.migration.Revision#dialects}) get this database's words; those that are written for
 * others alone are refused before anything runs.
 */
final class PortableMigrations implements MigrationSource {

  private final MigrationSource migrations;
  private final DatabaseWords words;

  PortableMigrations(MigrationSource migrations, Dialect dialect) {
    this.migrations = migrations;
    this.words =
        new DatabaseWords() {
          @Override
          public String dialect() {
            return dialect.id();
          }

          @Override
          public Column column(Column written) {
            return dialect.typeRules().ofWord(written);
          }
        };
  }

  @Override
  public RevisionGraph history() {
    return migrations.history();
  }

  @Override
  public void prepare(Collection<RevisionScript> scripts) {
    scripts.forEach(this::requireThisDatabase);
    migrations.prepare(scripts);
  }

  private void requireThisDatabase(RevisionScript script) {
    if (!script.dialects().isEmpty() && !script.dialects().contains(words.dialect())) {
      throw AutogenException.usage(
          "Revision "
              + script.id()
              + " ("
              + script.message()
              + ") is written for "
              + String.join(", ", script.dialects())
              + ", and this database is "
              + words.dialect()
              + "; nothing was run. If its words are right here, add \""
              + words.dialect()
              + "\" to its @Revision(dialects = …), with op.on(\""
              + words.dialect()
              + "\", …) where they are not. See "
              + script.location()
              + ".");
    }
  }

  @Override
  public Migration migration(RevisionScript script) {
    Migration migration = migrations.migration(script);
    if (script.dialects().isEmpty()) {
      return migration;
    }
    requireThisDatabase(script);
    return new Migration() {
      @Override
      public void upgrade(Operations op) {
        migration.upgrade(new PortableOperations(op, words));
      }

      @Override
      public void downgrade(Operations op) throws IrreversibleMigration {
        migration.downgrade(new PortableOperations(op, words));
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
