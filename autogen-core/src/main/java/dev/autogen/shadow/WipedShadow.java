package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A shadow in a database that the project names and that autogen may wipe. A database with objects
 * that autogen did not create is refused.
 */
public final class WipedShadow implements Shadow {

  private final ConnectionSource connections;
  private final ThrowawayRules rules;
  private final Optional<Login> worker;

  /**
   * A shadow in the database of these connections.
   *
   * @throws AutogenException if it holds objects of others, or cannot be reached
   */
  public WipedShadow(ConnectionSource connections, Dialect dialect) {
    this.connections = connections;
    this.rules = dialect.throwawayRules();
    try (Connection connection = connections.open()) {
      requireOwn(connection);
      this.worker = rules.worker(connection);
    } catch (SQLException e) {
      throw AutogenException.failed(
          "The shadow database of [shadow] url cannot be used: " + e.getMessage(), e);
    }
  }

  private void requireOwn(Connection connection) throws SQLException {
    Optional<String> object = rules.claim(connection);
    if (object.isPresent()) {
      throw AutogenException.usage(
          "The shadow database of [shadow] url holds "
              + object.get()
              + ", which autogen did not put there, and it would be wiped. Name an empty database:"
              + " createdb autogen_shadow");
    }
  }

  @Override
  public void prepare(Preparation preparation) throws SQLException {
    try (Connection connection = connections.open()) {
      requireOwn(connection);
      rules.wipe(connection, worker);
    }
    preparation.filling().fill(connections(), connections);
  }

  @Override
  public ConnectionSource connections() {
    return worker.isEmpty() ? connections : () -> opened(worker.get());
  }

  private Connection opened(Login login) throws SQLException {
    try {
      return connections.as(login.user(), login.password()).open();
    } catch (SQLException e) {
      throw new SQLException(
          "the role \""
              + login.user()
              + "\", which autogen has made there for its work, cannot log in ("
              + e.getMessage()
              + "); give [shadow] url a user that is no superuser",
          e.getSQLState(),
          e);
    }
  }

  @Override
  public ThrowawayRules.Version version() {
    try (Connection connection = connections.open()) {
      return rules.version(connection);
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    // The database stays; the next proof wipes it.
  }
}
