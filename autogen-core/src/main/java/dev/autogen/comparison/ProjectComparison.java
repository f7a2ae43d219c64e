package dev.autogen.comparison;

import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.ProjectDatabase;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Compares a project's database with its entities. */
public final class ProjectComparison {

  private final Workspace workspace;

  public ProjectComparison(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Compares the database with the entities. A database that autogen itself runs is upgraded to the
   * committed head first, because it has no other purpose.
   */
  public ModelDrift compare() {
    if (workspace.config().database().requireUrl().isEmbedded()) {
      workspace.requireEntities();
    }
    if (workspace.database().isEmbedded()
        && (workspace.others().isPresent()
            || !workspace.database().hasTable(workspace.runSettings().versionTable().name()))) {
      workspace.upgradeOwnDatabase();
    }
    return compare(workspace.pending(), false);
  }

  /**
   * Compares the database as it is with the entities.
   *
   * @param pending the revisions that the database lacks, which the result mentions
   * @param asks whether somebody may be asked about renames
   */
  public ModelDrift compare(List<RevisionScript> pending, boolean asks) {
    ProjectDatabase database = workspace.database();
    try (Connection connection = database.open()) {
      return new EntityComparison(workspace)
          .compare(connection, workspace.dialect(), pending, asks);
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
  }
}
