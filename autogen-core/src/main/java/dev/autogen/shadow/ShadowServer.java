package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.run.ConnectionSource;

/** A running database server on which databases may be created and dropped. */
public interface ShadowServer extends AutoCloseable {

  /** The database from which others are created and dropped. */
  String administrationDatabase();

  /**
   * The name by which the server knows a database.
   *
   * @param name what the shadow calls it
   */
  default String name(String name) {
    return name;
  }

  /** The login of the user who created the server and has all rights. */
  Login owner();

  /** Connections to a database. */
  ConnectionSource connections(String database, Login login);

  /** Stops the server. */
  @Override
  void close();
}
