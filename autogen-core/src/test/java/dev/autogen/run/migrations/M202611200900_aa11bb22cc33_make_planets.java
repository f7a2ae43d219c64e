package dev.autogen.run.migrations;

import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.integer;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** make planets */
@Revision(id = "aa11bb22cc33", created = "2026-11-20T09:00:00Z")
public final class M202611200900_aa11bb22cc33_make_planets implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable("planets", column("id", integer()));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("planets");
  }
}
