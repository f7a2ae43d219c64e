package dev.autogen.comparison;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Shadow;
import dev.autogen.workspace.ProjectListener;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Asks the shadow about expressions, for a connection that has no right to ask its own database.
 * The shadow first becomes a copy of the database's schema, so that it has the types and functions
 * of its extensions.
 */
public final class ShadowExpressions implements ExpressionFallback {

  private final Workspace workspace;
  private final ProjectListener listener;

  ShadowExpressions(Workspace workspace, ProjectListener listener) {
    this.workspace = workspace;
    this.listener = listener;
  }

  @Override
  public Map<Expression, String> words(Schema actual, List<Expression> expressions) {
    synchronized (
        workspace.shadow()) { // one shadow serves all schemas, which may be compared in parallel
      return wordsOf(actual, expressions);
    }
  }

  private Map<Expression, String> wordsOf(Schema actual, List<Expression> expressions) {
    try {
      Shadow shadow = workspace.shadow().get();
      workspace.proofStart(shadow).copySchema(actual);
      try (Connection connection = shadow.connections().open()) {
        Map<Expression, String> words =
            workspace.dialect().expressionRules().inDatabaseWords(connection, expressions);
        listener.detail(
            "This connection may not ask the database about expressions; "
                + shadow.product()
                + " was asked in its place.");
        return words;
      }
    } catch (AutogenException | SQLException e) {
      listener.detail(
          "The throwaway database cannot be asked about expressions: " + e.getMessage());
      return Map.of();
    }
  }
}
