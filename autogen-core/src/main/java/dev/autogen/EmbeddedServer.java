package dev.autogen;

import dev.autogen.embedded.EmbeddedPostgreSql;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import dev.autogen.shadow.ShadowServer;
import java.util.Properties;

/**
 * A server of autogen's own with its credentials.
 *
 * @param server the running server
 */
record EmbeddedServer(EmbeddedPostgreSql server) implements ShadowServer {

  @Override
  public ConnectionSource administration() {
    return connections("postgres");
  }

  @Override
  public ConnectionSource connections(String database) {
    Properties properties = new Properties();
    properties.put("user", server.user());
    properties.put("password", server.password());
    return new JdbcConnections(server.jdbcUrl(database), properties);
  }

  @Override
  public void close() {
    server.close();
  }
}
