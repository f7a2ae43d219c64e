package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * add email_verified
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_add_email_verified implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.addColumn("users", column("email_verified", bool()).notNull().serverDefault("false"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("users", "email_verified");
  }
}
