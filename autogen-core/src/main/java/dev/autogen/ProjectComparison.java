package dev.autogen;

import dev.autogen.history.Planner;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;

/** Compares a project's database with its entities. */
final class ProjectComparison {

  private final Workspace context;

  ProjectComparison(Workspace context) {
    this.context = context;
  }

  /**
   * Compares the database with the entities. A new database of autogen's own is brought to the
   * committed head first: there is nothing else that it could stand for.
   */
  ModelDrift compare() {
    if (context.config().database().requireUrl().isEmbedded()) {
      context.requireEntities();
    }
    if (context.database().isEmbedded()
        && !context.database().hasTable(context.runSettings().versionTable().name())) {
      context.executor().upgrade("heads");
    }
    return compare(context.runner().planner(), false);
  }

  /**
   * Compares the database as it is with the entities.
   *
   * @param planner knows what is pending, which the result mentions
   * @param asks whether somebody may be asked about renames
   */
  ModelDrift compare(Planner planner, boolean asks) {
    ProjectDatabase database = context.database();
    try (Connection connection = database.open()) {
      return context
          .model()
          .compare(connection, ProjectDatabase.dialect(context.config()), planner.pending(), asks);
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
  }
}
