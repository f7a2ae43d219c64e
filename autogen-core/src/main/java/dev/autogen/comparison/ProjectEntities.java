package dev.autogen.comparison;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ModelTarget;
import dev.autogen.diff.FilterChain;
import dev.autogen.model.DatabaseTarget;
import dev.autogen.model.EntityModel;
import dev.autogen.model.ModelRequest;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.workspace.EntityClasspath;
import dev.autogen.workspace.ProjectCache;
import dev.autogen.workspace.ProjectListener;
import dev.autogen.workspace.StaleClasses;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The model of a project's entities, and the filters that decide on differences.
 *
 * @param model the entities, for the product and version of one database
 * @param filters the project's own filters of operations
 */
record ProjectEntities(EntityModel model, FilterChain filters) {

  /** Reads the entities for a database. */
  static ProjectEntities read(
      Workspace workspace, ProjectListener listener, DatabaseTarget target) {
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
    workspace.dialect().typeRules().leftOut(model.schema()).forEach(listener::warning);
    return new ProjectEntities(model, new FilterChain(OperationFilters.of(config, classpath)));
  }

  /**
   * The database of a connection, as the model needs it.
   *
   * @param schema the schema of names without one, or null
   */
  static DatabaseTarget target(Connection connection, @Nullable String schema, Dialect dialect)
      throws SQLException {
    ModelTarget target = dialect.modelTarget(connection);
    return new DatabaseTarget(
        target.product(),
        target.major(),
        target.minor(),
        schema == null ? "public" : schema,
        dialect.textRules(),
        target.settings(),
        target.clauses(),
        target.tablesAsSequences());
  }
}
