package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.run.ConnectionSource;
import java.sql.SQLException;

/** A throwaway database: whatever is in it is gone when it is prepared again, or closed. */
public interface Shadow extends AutoCloseable {

  /** Fills an empty database. */
  @FunctionalInterface
  interface Filling {

    /**
     * Fills the database of these connections.
     *
     * @param privileged connections of one who may do more, for what a database needs before
     *     anything of others is in it
     */
    void fill(ConnectionSource connections, ConnectionSource privileged) throws SQLException;
  }

  /**
   * Makes the database what a preparation says. A shadow that can keeps the result, and takes it
   * again when the same key comes again.
   *
   * @throws SQLException if a filling fails; nothing is kept then
   */
  void prepare(Preparation preparation) throws SQLException;

  /**
   * Does what {@link #prepare} will have to do, where that is of any use. Nothing else may be done
   * with the shadow meanwhile.
   *
   * @throws SQLException if a filling fails; nothing is kept then
   */
  default void prepareAhead(Preparation preparation) throws SQLException {}

  /**
   * Connections to the database as it was prepared last, for who changes nothing of it, or rolls
   * back what he changes.
   */
  default ConnectionSource prepared() {
    return connections();
  }

  /** Whether nobody else uses the server, so that what is not of one database may be made there. */
  default boolean ownsServer() {
    return false;
  }

  /**
   * Creates a role that may do nothing, for objects that belong to it or name it.
   *
   * @throws SQLException if the server refuses, or belongs to somebody else
   */
  default void createRole(String name) throws SQLException {
    throw new SQLException("the roles of the server are not autogen's to make");
  }

  /**
   * Connections to the database as it was prepared last, of one who can do nothing beside it. What
   * is changed stays until it is prepared again.
   */
  ConnectionSource connections();

  /** The product with its version, such as {@code PostgreSQL 18.6}. */
  ThrowawayRules.Version version();

  /** The product with its version, in words. */
  default String product() {
    return version().toString();
  }

  @Override
  void close();
}
