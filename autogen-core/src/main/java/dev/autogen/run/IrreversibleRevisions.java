package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;

/** Finds migrations without a downgrade before the first of several is undone. */
final class IrreversibleRevisions {

  private IrreversibleRevisions() {}

  /**
   * Makes sure that a migration has a downgrade.
   *
   * @throws IrreversibleMigration if it has none
   */
  static void refuse(RevisionScript script, MigrationSource migrations) {
    Migration migration = migrations.migration(script);
    try {
      Class<?> declaring =
          migration.getClass().getMethod("downgrade", Operations.class).getDeclaringClass();
      if (declaring == Migration.class) {
        throw new IrreversibleMigration(
            "revision "
                + script.id()
                + " ("
                + script.message()
                + ") has no downgrade; nothing was undone. Give "
                + script.location()
                + " one, or stop above it");
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every migration inherits downgrade", e);
    }
  }
}
