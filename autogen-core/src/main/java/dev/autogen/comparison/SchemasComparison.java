package dev.autogen.comparison;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.AutogenException;
import dev.autogen.tenant.SchemaOutcome;
import dev.autogen.tenant.SchemaPlace;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Compares many schemas of a database with the entities. The entities are read once. */
public final class SchemasComparison {

  private final Workspace workspace;
  private final Dialect dialect;

  public SchemasComparison(Workspace workspace) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
  }

  /**
   * Compares each of the schemas.
   *
   * @throws AutogenException if the entities cannot be read
   */
  public List<SchemaOutcome<ModelDrift>> run(
      List<String> schemas, int parallel, Consumer<SchemaOutcome<ModelDrift>> done) {
    ProjectEntities entities = entities(schemas.get(0));
    SchemaWarnings once = new SchemaWarnings(workspace.listener());
    return workspace
        .schemaRuns(parallel)
        .run(
            schemas,
            place ->
                compare(entities, place, new EntityComparison(workspace, once.in(place.schema()))),
            done);
  }

  private ProjectEntities entities(String schema) {
    try (Connection connection = workspace.database().open()) {
      return ProjectEntities.read(
          workspace, workspace.listener(), ProjectEntities.target(connection, schema, dialect));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private ModelDrift compare(
      ProjectEntities entities, SchemaPlace place, EntityComparison comparison) {
    try (Connection connection = place.connections().open()) {
      return comparison.compare(
          entities, connection, dialect, place.runner().planner().pending(), false);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static AutogenException unreadable(SQLException e) {
    return AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
  }
}
