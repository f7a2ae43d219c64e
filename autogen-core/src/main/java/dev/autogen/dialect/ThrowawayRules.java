package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How databases are made, copied, emptied and thrown away: what a shadow needs of a dialect. */
public interface ThrowawayRules {

  /**
   * A version in numbers.
   *
   * @param product the name in messages, such as {@code PostgreSQL}
   * @param major what changes what a database understands
   * @param minor what does not
   */
  record Version(String product, int major, int minor) {

    /** Such as {@code PostgreSQL 18.6}. */
    @Override
    public String toString() {
      return product + " " + major + "." + minor;
    }
  }

  /** The version of the server. */
  default Version version(Connection connection) throws SQLException {
    var data = connection.getMetaData();
    return new Version(
        data.getDatabaseProductName(),
        data.getDatabaseMajorVersion(),
        data.getDatabaseMinorVersion());
  }

  /** The names of the server's databases that begin so, the oldest first. */
  List<String> databases(Connection connection, String prefix) throws SQLException;

  /** Creates an empty database. */
  void create(Connection connection, String name) throws SQLException;

  /** Creates a database that holds what another one holds, to which nobody is connected. */
  void copy(Connection connection, String template, String name) throws SQLException;

  /** Gives a database, to which nobody is connected, another name. */
  void rename(Connection connection, String name, String newName) throws SQLException;

  /** Drops a database with whoever is connected to it; one that is not there is no error. */
  void drop(Connection connection, String name) throws SQLException;

  /**
   * Marks the database of a connection as one that may be wiped, unless it holds what others put
   * there.
   *
   * @return an object of others', which is why it was not marked
   */
  Optional<String> claim(Connection connection) throws SQLException;

  /** Drops everything in the database of a connection that {@link #claim} allowed to wipe. */
  void wipe(Connection connection) throws SQLException;
}
