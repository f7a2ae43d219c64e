package dev.autogen;

import dev.autogen.SchemaComparison.Deputy;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks the shadow about expressions, for a connection that may not ask its own database: the shadow
 * is made a copy of its schema, so that types and functions of its extensions are there.
 */
final class ShadowDeputy implements Deputy {

  private final Supplier<Shadow> shadow;
  private final ShadowBase base;
  private final Dialect dialect;
  private final ProjectListener listener;

  /** Makes a base in a shadow. */
  @FunctionalInterface
  interface ShadowBase {

    /** The base, with what the database's schema takes for granted. */
    ProofStart in(Shadow shadow) throws SQLException;
  }

  ShadowDeputy(
      Supplier<Shadow> shadow, ShadowBase base, Dialect dialect, ProjectListener listener) {
    this.shadow = shadow;
    this.base = base;
    this.dialect = dialect;
    this.listener = listener;
  }

  @Override
  public Map<Expression, String> words(Schema actual, List<Expression> expressions) {
    synchronized (shadow) { // which is one, where several schemas are compared at a time
      return wordsOf(actual, expressions);
    }
  }

  private Map<Expression, String> wordsOf(Schema actual, List<Expression> expressions) {
    try {
      base.in(shadow.get()).copySchema(actual);
      try (Connection connection = shadow.get().connections().open()) {
        Map<Expression, String> words =
            dialect.expressionRules().inDatabaseWords(connection, expressions);
        listener.detail(
            "This connection may not ask the database about expressions; "
                + shadow.get().product()
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
