package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.model.DatabaseTarget;
import dev.autogen.model.EntityModel;
import dev.autogen.model.ModelRequest;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.operation.OperationFilter;
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
      Config config,
      ProjectSurroundings surroundings,
      Connection connection,
      @Nullable String schema)
      throws SQLException {
    DatabaseTarget target = target(connection.getMetaData(), schema);
    ProjectClasspath classpath =
        EntityClasspath.of(config, surroundings.classpath(), surroundings.listener()::progress);
    StaleClasses.warning(config, classpath).ifPresent(surroundings.listener()::warning);
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
                surroundings.bundledHibernate(),
                ProjectCache.path(config, surroundings.listener()::warning),
                EntityClasspath.buildCommand(config)));
    model.notes().forEach(surroundings.listener()::detail);
    return new ProjectEntities(model, OperationFilters.of(config, classpath));
  }

  private static DatabaseTarget target(DatabaseMetaData metaData, @Nullable String schema)
      throws SQLException {
    return new DatabaseTarget(
        metaData.getDatabaseProductName(),
        metaData.getDatabaseMajorVersion(),
        metaData.getDatabaseMinorVersion(),
        schema == null ? "public" : schema);
  }
}
