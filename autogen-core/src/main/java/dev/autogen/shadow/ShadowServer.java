package dev.autogen.shadow;

import dev.autogen.run.ConnectionSource;

/** A running database server on which databases may be created and dropped. */
public interface ShadowServer extends AutoCloseable {

  /** Connections from which other databases are created and dropped. */
  ConnectionSource administration();

  /** Connections to a database. */
  ConnectionSource connections(String database);

  /** Stops it. */
  @Override
  void close();
}
