package db.migrations;

import static dev.autogen.migration.Definitions.*;
import static dev.autogen.schema.ForeignKey.Action.CASCADE;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;
import java.util.List;

/**
 * create users and organizations
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6, MySQL 8.0, MariaDB 11.4, H2 2.5 and
 * SQLite 3.54: upgrade matches the model, downgrade restores the schema.
 */
@Revision(
    id = "48ce8126881d",
    created = "2026-11-21T06:36:48Z",
    dialects = {"postgresql", "mysql", "mariadb", "h2", "sqlite"})
public final class M202611210636_48ce8126881d_create_users_and_organizations implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "users",
        column("id", bigint()).notNull().identity(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("display_name", varchar(100)).notNull(),
        column("email", varchar(320)).notNull(),
        column("city", varchar(100)),
        column("country", varchar(2)),
        column("postal_code", varchar(16)),
        column("street", varchar(200)),
        column("locale", varchar(35))
            .notNull()
            .serverDefault("'en'")
            .comment("Language tag (BCP 47)"),
        primaryKey("id"),
        unique("email").named("users_email_key"),
        comment("People who can sign in"));

    op.createTable(
        "organizations",
        column("id", bigint()).notNull().identity(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("billing_city", varchar(100)),
        column("billing_country", varchar(2)),
        column("billing_postal_code", varchar(16)),
        column("billing_street", varchar(200)),
        column("name", varchar(100)).notNull(),
        column("plan", varchar(20))
            .on(List.of("h2", "mariadb", "mysql"), type("enum('BUSINESS','FREE','TEAM')"))
            .notNull()
            .serverDefault("'FREE'"),
        column("slug", varchar(40)).notNull(),
        primaryKey("id"),
        unique("slug").named("organizations_slug_key"),
        check("slug <> ''").named("organizations_slug_check"),
        on(
            List.of("postgresql", "sqlite"),
            check("plan in ('FREE','TEAM','BUSINESS')").named("organizations_plan_check")));

    op.createTable(
        "organization_invites",
        column("id", uuid()).notNull(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("email", varchar(320)).notNull(),
        column("expires_at", timestamptz()).notNull(),
        column("role", varchar(20))
            .on(List.of("h2", "mariadb", "mysql"), type("enum('GUEST','OWNER','PLANNER')"))
            .notNull(),
        column("token", varchar(64)).notNull(),
        column("invited_by_id", bigint()),
        column("organization_id", bigint()).notNull(),
        primaryKey("id"),
        unique("token").named("organization_invites_token_key"),
        unique("organization_id", "email").named("organization_invites_organization_id_email_key"),
        check("expires_at > created_at").named("organization_invites_expires_at_check"),
        foreignKey("invited_by_id")
            .references("users", "id")
            .named("organization_invites_invited_by_fk"),
        foreignKey("organization_id")
            .references("organizations", "id")
            .named("organization_invites_organization_id_fkey"),
        on(
            List.of("postgresql", "sqlite"),
            check("role in ('OWNER','PLANNER','GUEST')").named("organization_invites_role_check")));
    op.createIndex(
        "organization_invites", index("organization_invites_expires_at_idx", "expires_at"));

    op.createTable(
        "organization_members",
        column("organization_id", bigint()).notNull(),
        column("user_id", bigint()).notNull(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("role", varchar(20))
            .on(List.of("h2", "mariadb", "mysql"), type("enum('GUEST','OWNER','PLANNER')"))
            .notNull(),
        primaryKey("organization_id", "user_id"),
        foreignKey("organization_id")
            .references("organizations", "id")
            .onDelete(CASCADE)
            .named("organization_members_organization_id_fkey"),
        foreignKey("user_id")
            .references("users", "id")
            .onDelete(CASCADE)
            .named("organization_members_user_id_fkey"),
        on(
            List.of("postgresql", "sqlite"),
            check("role in ('OWNER','PLANNER','GUEST')").named("organization_members_role_check")));
    op.createIndex("organization_members", index("organization_members_user_id_idx", "user_id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("organization_members");
    op.dropTable("organization_invites");
    op.dropTable("organizations");
    op.dropTable("users");
  }
}
