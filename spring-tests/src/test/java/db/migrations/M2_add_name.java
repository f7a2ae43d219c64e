package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** add name */
@Revision(id = "aaa2", revises = "aaa1", created = "2026-11-26T20:01:00Z")
public final class M2_add_name implements Migration {
  @Override
  public void upgrade(Operations op) {
    op.addColumn("product", column("name", varchar(255)));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("product", "name");
  }
}
