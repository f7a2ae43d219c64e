package db.migrations;

import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** lower emails */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_lower_emails implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.execute("update users set email = lower(email)");
  }

  @Override
  public void downgrade(Operations op) {
    throw new IrreversibleMigration(
        "\"update users set email = lower(email)\" has no known inverse");
  }
}
