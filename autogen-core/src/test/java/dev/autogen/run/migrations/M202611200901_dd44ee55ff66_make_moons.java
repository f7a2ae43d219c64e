package dev.autogen.run.migrations;

import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.integer;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** make moons */
@Revision(id = "dd44ee55ff66", revises = "aa11bb22cc33", created = "2026-11-20T09:01:00Z")
public final class M202611200901_dd44ee55ff66_make_moons implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable("moons", column("id", integer()));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("moons");
  }
}
