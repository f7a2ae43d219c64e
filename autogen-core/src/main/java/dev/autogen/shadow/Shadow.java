package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.run.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A throwaway database. Its content is lost when it is prepared again or closed. */
public interface Shadow extends AutoCloseable {

  /** Fills an empty database. */
  @FunctionalInterface
  interface Filling {

    /**
     * Fills the database of these connections.
     *
     * @param privileged connections with more rights, for what a database needs before it holds
     *     anything made by others
     */
    void fill(ConnectionSource connections, ConnectionSource privileged) throws SQLException;
  }

  /**
   * Gives the database the content that a preparation describes. A shadow may keep the result, and
   * use it again for the same key.
   *
   * @throws SQLException if a filling fails; nothing is kept then
   */
  void prepare(Preparation preparation) throws SQLException;

  /**
   * Does ahead what {@link #prepare} will have to do, if that helps. The shadow must not be used
   * for anything else meanwhile.
   *
   * @throws SQLException if a filling fails; nothing is kept then
   */
  default void prepareAhead(Preparation preparation) throws SQLException {}

  /**
   * Connections to the prepared database itself, for callers that change nothing or roll their
   * changes back.
   */
  default ConnectionSource prepared() {
    return connections();
  }

  /**
   * What the prepared database contains. A shadow reads each content once.
   *
   * @throws SQLException if it cannot be read
   */
  default Inspection inspect(Inspector inspector, InspectionScope scope) throws SQLException {
    try (Connection connection = prepared().open()) {
      return inspector.inspect(connection, scope);
    }
  }

  /**
   * Whether nobody else uses the server, so that objects outside a single database, such as roles,
   * may be created there.
   */
  default boolean ownsServer() {
    return false;
  }

  /**
   * Creates a role without rights, for objects that it owns or that name it.
   *
   * @throws SQLException if the server refuses, or belongs to somebody else
   */
  default void createRole(String name) throws SQLException {
    throw new SQLException("the roles of the server are not autogen's to make");
  }

  /**
   * Connections to the prepared database, with a login that can do nothing outside it. Changes stay
   * until it is prepared again.
   */
  ConnectionSource connections();

  /** The product with its version, such as {@code PostgreSQL 18.6}. */
  ThrowawayRules.Version version();

  /** The product with its version, as messages name it. */
  default String product() {
    return version().toString();
  }

  @Override
  void close();
}
