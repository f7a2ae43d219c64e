package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * let trips be archived
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6, MySQL 8.0, MariaDB 11.4, H2 2.5 and
 * SQLite 3.54: upgrade matches the model, downgrade restores the schema.
 */
@Revision(
    id = "728ee515a6f1",
    revises = "1772a2e7ed05",
    created = "2026-11-21T06:39:13Z",
    dialects = {"postgresql", "mysql", "mariadb", "h2", "sqlite"})
public final class M202611210639_728ee515a6f1_let_trips_be_archived implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.addColumn(
        "trips",
        column("archived_at", timestamptz()).comment("When its owner put it away, if ever"));
    op.createIndex("trips", index("trips_archived_at_idx", "archived_at"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropIndex("trips", "trips_archived_at_idx");
    op.dropColumn("trips", "archived_at");
  }
}
