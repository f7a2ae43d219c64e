package dev.autogen.workspace;

import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import dev.autogen.shadow.ShadowServer;
import java.util.Properties;
import java.util.UUID;

/** Throwaway databases within this process, which end with it. */
final class InProcessServer implements ShadowServer {

  private final ThrowawayRules rules;
  private final String name = "autogen" + UUID.randomUUID().toString().replace("-", "");

  InProcessServer(ThrowawayRules rules) {
    this.rules = rules;
  }

  @Override
  public String administrationDatabase() {
    return "administration";
  }

  @Override
  public Login owner() {
    return new Login("sa", "");
  }

  @Override
  public ConnectionSource connections(String database, Login login) {
    Properties properties = new Properties();
    properties.put("user", login.user());
    properties.put("password", login.password());
    return new JdbcConnections(rules.inProcessUrl(name, database).orElseThrow(), properties);
  }

  @Override
  public void close() {
    // The databases end with the process.
  }
}
