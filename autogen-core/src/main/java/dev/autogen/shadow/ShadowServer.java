package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.run.ConnectionSource;

/** A running database server on which databases may be created and dropped. */
public interface ShadowServer extends AutoCloseable {

  /** The database from which others are created and dropped. */
  String administrationDatabase();

  /** Who has made the server, and may do everything. */
  Login owner();

  /** Connections to a database. */
  ConnectionSource connections(String database, Login login);

  /** Stops it. */
  @Override
  void close();
}
