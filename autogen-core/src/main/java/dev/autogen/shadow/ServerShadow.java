package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.dialect.ThrowawayRules.Logins;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shadow on a server of autogen's own. Prepared databases are kept as templates, so that the next
 * proof copies a history rather than running it.
 */
public final class ServerShadow implements Shadow {

  private static final String SCRATCH = "scratch";
  private static final String UNFINISHED = "filling";

  /** Of templates of earlier versions, which belong to a superuser. */
  private static final String FORMER_PREFIX = "history_";

  private static final String TEMPLATE_PREFIX = "prepared_";
  private static final int TEMPLATES_KEPT = 8;
  private static final int KEY_LENGTH = 40;

  private final ShadowServer server;
  private final ThrowawayRules rules;
  private @Nullable Logins logins;
  private @Nullable String ahead;

  /** A shadow on that server, which it stops when it is closed. */
  public ServerShadow(ShadowServer server, Dialect dialect) {
    this.server = server;
    this.rules = dialect.throwawayRules();
  }

  @Override
  public void prepareAhead(String key, Filling filling) throws SQLException {
    prepare(key, filling);
    ahead = key;
  }

  @Override
  public void prepare(String key, Filling filling) throws SQLException {
    boolean done = key.equals(ahead);
    ahead = null;
    if (!done) {
      make(key, filling);
    }
  }

  private void make(String key, Filling filling) throws SQLException {
    String template = TEMPLATE_PREFIX + key.substring(0, Math.min(KEY_LENGTH, key.length()));
    try (Connection connection = administration().open()) {
      Login worker = logins().worker();
      rules.drop(connection, SCRATCH);
      if (!rules.databases(connection, TEMPLATE_PREFIX).contains(template)) {
        rules.drop(connection, UNFINISHED);
        rules.create(connection, UNFINISHED, worker);
        ConnectionSource privileged = server.connections(UNFINISHED, logins().administrator());
        try (Connection fresh = privileged.open()) {
          rules.handOver(fresh, worker);
        }
        filling.fill(server.connections(UNFINISHED, worker), privileged);
        rules.rename(connection, UNFINISHED, template);
        dropOld(connection);
      }
      rules.copy(connection, template, SCRATCH, worker);
    }
  }

  private ConnectionSource administration() throws SQLException {
    return server.connections(server.administrationDatabase(), logins().administrator());
  }

  /** Made on first use, and new whenever the server starts. */
  private synchronized Logins logins() throws SQLException {
    if (logins == null) {
      logins =
          rules.logins(
              login -> server.connections(server.administrationDatabase(), login).open(),
              server.owner());
    }
    return logins;
  }

  private void dropOld(Connection connection) throws SQLException {
    List<String> templates = rules.databases(connection, TEMPLATE_PREFIX);
    for (String former : rules.databases(connection, FORMER_PREFIX)) {
      rules.drop(connection, former);
    }
    for (String old : templates.subList(0, Math.max(0, templates.size() - TEMPLATES_KEPT))) {
      rules.drop(connection, old);
    }
  }

  @Override
  public boolean ownsServer() {
    return true;
  }

  @Override
  public void createRole(String name) throws SQLException {
    try (Connection connection = administration().open()) {
      rules.createRole(connection, name, logins().worker());
    }
  }

  @Override
  public ConnectionSource connections() {
    return () -> server.connections(SCRATCH, logins().worker()).open();
  }

  @Override
  public ThrowawayRules.Version version() {
    try (Connection connection = administration().open()) {
      return rules.version(connection);
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
