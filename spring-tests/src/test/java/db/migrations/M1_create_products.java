package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** create products */
@Revision(id = "aaa1", created = "2026-11-26T20:00:00Z")
public final class M1_create_products implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.createTable("product", column("id", bigint()).notNull(), primaryKey("id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("product");
  }
}
