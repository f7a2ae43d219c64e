package dev.autogen.comparison;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.model.DatabaseTarget;
import dev.autogen.model.EntityModel;
import dev.autogen.model.ModelRequest;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.operation.OperationFilter;
import dev.autogen.workspace.EntityClasspath;
import dev.autogen.workspace.ProjectCache;
import dev.autogen.workspace.ProjectListener;
import dev.autogen.workspace.StaleClasses;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project's entities say, and who decides on differences.
 *
 * @param model the entities, for the kind and version of one database
 * @param filters the project's own filters of operations
 */
record ProjectEntities(EntityModel model, List<OperationFilter> filters) {

  /**
   * Reads the entities for the database of a connection.
   *
   * @param schema the schema that names without one mean, or null
   */
  static ProjectEntities read(
      Workspace workspace, ProjectListener listener, Connection connection, @Nullable String schema)
      throws SQLException {
    DatabaseTarget target = target(connection.getMetaData(), schema, workspace.dialect());
    Config config = workspace.config();
    ProjectClasspath classpath = workspace.classpath();
    StaleClasses.warning(config, classpath).ifPresent(listener::warning);
    EntityModel model =
        EntityModel.read(
            new ModelRequest(
                classpath.entries(),
                classpath.ownEntries(),
                config.model().packages(),
                config.model().persistenceUnit(),
                config.model().mappingFiles(),
                config.model().properties(),
                target,
                workspace.surroundings().bundledHibernate(),
                ProjectCache.path(config, listener::warning),
                EntityClasspath.buildCommand(config)));
    model.notes().forEach(listener::detail);
    return new ProjectEntities(model, OperationFilters.of(config, classpath));
  }

  private static DatabaseTarget target(
      DatabaseMetaData metaData, @Nullable String schema, Dialect dialect) throws SQLException {
    return new DatabaseTarget(
        metaData.getDatabaseProductName(),
        metaData.getDatabaseMajorVersion(),
        metaData.getDatabaseMinorVersion(),
        schema == null ? "public" : schema,
        dialect.textRules());
  }
}
