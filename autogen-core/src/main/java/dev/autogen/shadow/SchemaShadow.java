package dev.autogen.shadow;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.run.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A shadow whose connections look names up in a schema, as those of a tool do that has one
 * configured.
 */
public final class SchemaShadow extends ForwardingShadow {

  private final String schema;
  private final ExecutionRules rules;

  private SchemaShadow(Shadow shadow, String schema, ExecutionRules rules) {
    super(shadow);
    this.schema = schema;
    this.rules = rules;
  }

  /** The shadow, with connections that look names up in a schema; null for their own. */
  public static Shadow of(Shadow shadow, @Nullable String schema, ExecutionRules rules) {
    return schema == null ? shadow : new SchemaShadow(shadow, schema, rules);
  }

  /** Connections that look names up in a schema; where it is not there, in their own. */
  public static ConnectionSource connections(
      ConnectionSource source, String schema, ExecutionRules rules) {
    return () -> {
      Connection connection = source.open();
      try {
        rules.enterSchema(connection, schema);
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    };
  }

  @Override
  public ConnectionSource prepared() {
    return connections(super.prepared(), schema, rules);
  }

  @Override
  public ConnectionSource connections() {
    return connections(super.connections(), schema, rules);
  }
}
