package db.migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/** merge billing */
@Revision(
    id = "3f2a9c1b7d4e",
    revises = {"ae1027a6acf0", "bd2f7be0be9a"},
    created = "2026-11-20T14:32:07Z",
    branchLabels = "billing",
    dependsOn = "0123456789ab")
public final class M202611201432_3f2a9c1b7d4e_merge_billing implements Migration {

  @Override
  public void upgrade(Operations op) {
    // A merge changes nothing itself.
  }

  @Override
  public void downgrade(Operations op) {
    // A merge changes nothing itself.
  }
}
