package dev.autogen.shadow;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ThrowawayRules.Version;
import dev.autogen.run.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A shadow whose connections look names up in a schema, as those of a tool do that has one
 * configured.
 */
public final class SchemaShadow implements Shadow {

  private final Shadow shadow;
  private final String schema;
  private final ExecutionRules rules;

  private SchemaShadow(Shadow shadow, String schema, ExecutionRules rules) {
    this.shadow = shadow;
    this.schema = schema;
    this.rules = rules;
  }

  /** The shadow, with connections that look names up in a schema; null for their own. */
  public static Shadow of(Shadow shadow, @Nullable String schema, ExecutionRules rules) {
    return schema == null ? shadow : new SchemaShadow(shadow, schema, rules);
  }

  private ConnectionSource inSchema(ConnectionSource source) {
    return connections(source, schema, rules);
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
  public void prepare(Preparation preparation) throws SQLException {
    shadow.prepare(preparation);
  }

  @Override
  public void prepareAhead(Preparation preparation) throws SQLException {
    shadow.prepareAhead(preparation);
  }

  @Override
  public boolean ownsServer() {
    return shadow.ownsServer();
  }

  @Override
  public void createRole(String name) throws SQLException {
    shadow.createRole(name);
  }

  @Override
  public ConnectionSource prepared() {
    return inSchema(shadow.prepared());
  }

  @Override
  public ConnectionSource connections() {
    return inSchema(shadow.connections());
  }

  @Override
  public Version version() {
    return shadow.version();
  }

  @Override
  public String product() {
    return shadow.product();
  }

  @Override
  public void close() {
    shadow.close();
  }
}
