package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;
import shop.Names;

/** create customer &#27;[2J&#10;::error::of the message &#35;#vso[x]y */
@Revision(id = "1c0ffee00001", created = "2026-11-20T09:00:00Z")
public final class M202611200900_1c0ffee00001_create_customer implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "customer",
        column("id", bigint()).notNull().identity(),
        column("name", varchar(Names.LENGTH)).notNull(),
        primaryKey("id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("customer");
  }
}
