package db.migrations;

import static dev.autogen.migration.Definitions.*;
import static dev.autogen.schema.ForeignKey.Action.CASCADE;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;
import java.util.List;

/**
 * create trips, bookings and packing lists
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6, MySQL 8.0, MariaDB 11.4, H2 2.5 and
 * SQLite 3.54: upgrade matches the model, downgrade restores the schema.
 */
@Revision(
    id = "6ec294d6068a",
    revises = "48ce8126881d",
    created = "2026-11-21T06:37:53Z",
    dialects = {"postgresql", "mysql", "mariadb", "h2", "sqlite"})
public final class M202611210637_6ec294d6068a_create_trips_bookings_and_packing_lists
    implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.on(
        List.of("postgresql", "mysql", "mariadb", "h2"),
        own -> {
          own.createSequence("trips_seq", 1, 20);
        });
    op.on(
        "sqlite",
        own -> {
          own.createTable("trips_seq", column("next_val", bigint()));
          own.execute("insert into trips_seq ( next_val ) values ( 1 )");
        });

    op.createTable(
        "trips",
        column("id", bigint()).notNull(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("budget_amount", numeric(12, 2)),
        column("budget_currency", varchar(3)),
        column("ends_on", date()),
        column("notes", text()).on("sqlite", type("varchar(2147483647)")),
        column("starts_on", date()),
        column("status", varchar(20))
            .on(
                List.of("h2", "mariadb", "mysql"),
                type("enum('DONE','DRAFT','PLANNED','UNDER_WAY')"))
            .notNull()
            .serverDefault("'DRAFT'"),
        column("title", varchar(200)).notNull(),
        column("version", integer()).notNull(),
        column("organization_id", bigint()),
        column("owner_id", bigint()).notNull(),
        primaryKey("id"),
        check("ends_on >= starts_on").named("trips_dates_check"),
        foreignKey("organization_id")
            .references("organizations", "id")
            .named("trips_organization_id_fkey"),
        foreignKey("owner_id").references("users", "id").named("trips_owner_id_fkey"),
        on(
            List.of("postgresql", "sqlite"),
            check("status in ('DRAFT','PLANNED','UNDER_WAY','DONE')").named("trips_status_check")),
        comment("Journeys, from the first idea to the last bill"));
    op.createIndex("trips", index("trips_owner_id_idx", "owner_id"));
    op.createIndex(
        "trips",
        index(
            "trips_organization_id_starts_on_idx",
            key("organization_id"),
            key("starts_on").desc()));

    op.createTable(
        "bookings",
        column("id", bigint()).notNull().identity(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("price_amount", numeric(12, 2)),
        column("price_currency", varchar(3)),
        column("reference", varchar(60)),
        column("trip_id", bigint()).notNull(),
        primaryKey("id"),
        foreignKey("trip_id")
            .references("trips", "id")
            .onDelete(CASCADE)
            .named("bookings_trip_id_fkey"));
    op.createIndex("bookings", index("bookings_trip_id_idx", "trip_id"));

    op.createTable(
        "flight_bookings",
        column("id", bigint()).notNull(),
        column("departs_at", timestamptz()).notNull(),
        column("flight_number", varchar(8)).notNull(),
        column("seat", varchar(4)),
        primaryKey("id"),
        foreignKey("id").references("bookings", "id").named("flight_bookings_id_fkey"));

    op.createTable(
        "packing_items",
        column("id", bigint()).notNull().identity(),
        column("kind", varchar(20)).notNull(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("name", varchar(100)).notNull(),
        column("packed", bool()).notNull().serverDefault("false"),
        column("quantity", integer()).notNull().serverDefault("1"),
        column("document_number", varchar(40)),
        column("expires_on", date()),
        column("trip_id", bigint()).notNull(),
        primaryKey("id"),
        check("kind in ('ITEM','DOCUMENT')").named("packing_items_kind_check"),
        check("quantity > 0").named("packing_items_quantity_check"),
        foreignKey("trip_id")
            .references("trips", "id")
            .onDelete(CASCADE)
            .named("packing_items_trip_id_fkey"));
    op.createIndex("packing_items", index("packing_items_trip_id_idx", "trip_id"));

    op.createTable(
        "stay_bookings",
        column("id", bigint()).notNull(),
        column("city", varchar(100)),
        column("country", varchar(2)),
        column("postal_code", varchar(16)),
        column("street", varchar(200)),
        column("arrives_on", date()).notNull(),
        column("leaves_on", date()).notNull(),
        primaryKey("id"),
        check("leaves_on > arrives_on").named("stay_bookings_dates_check"),
        foreignKey("id").references("bookings", "id").named("stay_bookings_id_fkey"));

    op.createTable(
        "tags",
        column("id", integer()).notNull().identity(),
        column("name", varchar(40)).notNull(),
        primaryKey("id"),
        unique("name").named("tags_name_key"));

    op.createTable(
        "travelers",
        column("id", bigint()).notNull().identity(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("born_on", date()),
        column("confirmed", bool()).notNull().serverDefault("true"),
        column("full_name", varchar(200)).notNull(),
        column("nationality", varchar(2)),
        column("trip_id", bigint()).notNull(),
        column("user_id", bigint()),
        primaryKey("id"),
        unique("trip_id", "user_id").named("travelers_trip_id_user_id_key"),
        foreignKey("trip_id")
            .references("trips", "id")
            .onDelete(CASCADE)
            .named("travelers_trip_id_fkey"),
        foreignKey("user_id").references("users", "id").named("travelers_user_id_fkey"));
    op.createIndex("travelers", index("travelers_user_id_idx", "user_id"));

    op.createTable(
        "trip_links",
        column("trip_id", bigint()).notNull(),
        column("position", integer()).notNull(),
        column("url", varchar(2000)).notNull(),
        primaryKey("trip_id", "position"),
        check("position>=0").named("trip_links_position_check"),
        foreignKey("trip_id").references("trips", "id").named("trip_links_trip_id_fkey"));

    op.createTable(
        "trip_tags",
        column("trip_id", bigint()).notNull(),
        column("tag_id", integer()).notNull(),
        primaryKey("trip_id", "tag_id"),
        foreignKey("tag_id").references("tags", "id").named("trip_tags_tag_id_fkey"),
        foreignKey("trip_id").references("trips", "id").named("trip_tags_trip_id_fkey"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("trip_tags");
    op.dropTable("trip_links");
    op.dropTable("travelers");
    op.dropTable("tags");
    op.dropTable("stay_bookings");
    op.dropTable("packing_items");
    op.dropTable("flight_bookings");
    op.dropTable("bookings");
    op.dropTable("trips");
    op.on(
        List.of("postgresql", "mysql", "mariadb", "h2"),
        own -> {
          own.dropSequence("trips_seq");
        });
    op.on(
        "sqlite",
        own -> {
          own.dropTable("trips_seq");
        });
  }
}
