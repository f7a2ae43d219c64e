package dev.autogen.workspace;

import dev.autogen.inspect.Foundations;
import dev.autogen.inspect.InspectionScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database must have before the schema of the project's database can be created there. It is
 * read once, when it is first asked for.
 */
public final class DatabasePrerequisites {

  private final Workspace workspace;
  private @Nullable List<String> statements;
  private @Nullable Foundations foundations;

  DatabasePrerequisites(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Statements that create what the schema expects to exist, such as extensions.
   *
   * @throws SQLException if the database cannot be read
   */
  public synchronized List<String> statements() throws SQLException {
    if (statements == null) {
      try (Connection connection = workspace.database().open()) {
        statements = workspace.dialect().executionRules().prerequisites(connection);
      }
    }
    return statements;
  }

  /**
   * The user-defined types and functions that the schema may use.
   *
   * @throws SQLException if the database cannot be read
   */
  public synchronized Foundations foundations() throws SQLException {
    if (foundations == null) {
      try (Connection connection = workspace.database().open()) {
        Set<String> schemas = workspace.dialect().inspector().schemas(connection);
        InspectionScope scope = new InspectionScope(schemas, workspace.runSettings().ownTables());
        foundations = workspace.dialect().inspector().foundations(connection, scope);
      }
    }
    return foundations;
  }
}
