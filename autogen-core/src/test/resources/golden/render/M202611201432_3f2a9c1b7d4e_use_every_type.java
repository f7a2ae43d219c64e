package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * use every type
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_use_every_type implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "samples",
        column("a", smallint()),
        column("b", numeric()),
        column("c", type("numeric(12)")),
        column("d", real()),
        column("e", doublePrecision()),
        column("f", varchar()),
        column("g", bytea()),
        column("h", date()),
        column("i", time()),
        column("j", time(0)),
        column("k", timestamp()),
        column("l", timestamp(3)),
        column("m", timestamptz(0)),
        column("n", json()),
        column("o", array(array(integer()))),
        column("p", type("bit varying(8)")),
        column("q", type("geo.geometry(point,4326)")),
        column("r", type("\"Mood\"")),
        column("s", array(type(qualified("Other", "My type")))));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("samples");
  }
}
