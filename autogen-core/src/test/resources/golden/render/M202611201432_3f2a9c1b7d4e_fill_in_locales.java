package db.migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** fill in locales */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_fill_in_locales implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Write the change here, for example op.execute("update users set locale = 'en'");
  }

  @Override
  public void downgrade(Operations op) {
    // Write what undoes it here, or throw an IrreversibleMigration.
  }
}
