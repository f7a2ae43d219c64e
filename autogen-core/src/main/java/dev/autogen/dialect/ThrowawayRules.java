package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** Who may log in to a server, and by which password. */
  record Login(String user, String password) {

    /** The user, without the password. */
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * Who works on a server of autogen's own.
   *
   * @param administrator makes and drops databases and roles, and runs nothing of others
   * @param worker does everything else: what it runs can do nothing outside its databases
   */
  record Logins(Login administrator, Login worker) {}

  /** The database from which a server is administered, for different users. */
  @FunctionalInterface
  interface AdministrationDatabase {

    /** A connection of a user; the caller closes it. */
    Connection as(Login login) throws SQLException;
  }

  /**
   * Makes sure that a server of autogen's own has an administrator and a worker.
   *
   * @param owner who has made the server, and may do everything
   */
  default Logins logins(AdministrationDatabase administration, Login owner) throws SQLException {
    return new Logins(owner, owner);
  }

  /**
   * Makes sure that a server of somebody else has a worker for the database of a connection, where
   * the connection's own user may do what no migration needs, such as to run programs.
   *
   * @return the worker; empty where the connection's own user may do no such thing
   * @throws dev.autogen.schema.AutogenException if one is needed and cannot be made
   */
  default Optional<Login> worker(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Creates a role that may do nothing, except that the worker may make it the owner of things. */
  default void createRole(Connection connection, String name, Login worker) throws SQLException {}

  /** The version of the server. */
  default Version version(Connection connection) throws SQLException {
    var data = connection.getMetaData();
    return new Version(
        data.getDatabaseProductName(),
        data.getDatabaseMajorVersion(),
        data.getDatabaseMinorVersion());
  }

  /**
   * Statements that check what the database would check at a commit, and leave the transaction as
   * one that has just begun.
   */
  default List<String> checksOfCommit() {
    return List.of();
  }

  /**
   * Statements that set each sequence to where it stands: no rollback takes a number back.
   *
   * @throws SQLException if the database cannot be read
   */
  default Set<String> numbering(Connection connection) throws SQLException {
    return Set.of();
  }

  /** The names of the server's databases that begin so, the oldest first. */
  List<String> databases(Connection connection, String prefix) throws SQLException;

  /** Creates an empty database that belongs to the worker. */
  void create(Connection connection, String name, Login worker) throws SQLException;

  /** Gives the new database of a connection of the administrator to the worker. */
  default void handOver(Connection connection, Login worker) throws SQLException {}

  /**
   * Creates a database of the worker that holds what another one holds, to which nobody is
   * connected.
   */
  void copy(Connection connection, String template, String name, Login worker) throws SQLException;

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

  /**
   * Drops everything in the database of a connection that {@link #claim} allowed to wipe.
   *
   * @param worker who will work in it, where that is not the user of the connection
   */
  void wipe(Connection connection, Optional<Login> worker) throws SQLException;
}
