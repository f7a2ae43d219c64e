package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates, copies, empties and drops databases for throwaway servers. */
public interface ThrowawayRules {

  /**
   * A version in numbers.
   *
   * @param product the name in messages, such as {@code PostgreSQL}
   * @param major the number that changes when the database's SQL changes
   * @param minor the number that changes otherwise
   */
  record Version(String product, int major, int minor) {

    /** Such as {@code PostgreSQL 18.6}. */
    @Override
    public String toString() {
      return product + " " + major + "." + minor;
    }
  }

  /** A user of a server, with the password. */
  record Login(String user, String password) {

    /** The user, without the password. */
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * The users of a server of autogen's own.
   *
   * @param administrator creates and drops databases and roles, and runs no code of others
   * @param worker does everything else; what it runs can do nothing outside its databases
   */
  record Logins(Login administrator, Login worker) {}

  /** Opens the database from which a server is administered. */
  @FunctionalInterface
  interface AdministrationDatabase {

    /** A connection of a user; the caller closes it. */
    Connection as(Login login) throws SQLException;
  }

  /**
   * Makes sure that a server of autogen's own has an administrator and a worker.
   *
   * @param owner the user who created the server, and may do everything
   */
  default Logins logins(AdministrationDatabase administration, Login owner) throws SQLException {
    return new Logins(owner, owner);
  }

  /**
   * Makes sure that a server of somebody else has a worker for the database of a connection, if the
   * connection's own user may do what no migration needs, such as run programs.
   *
   * @return the worker; empty if the connection's own user may do no such thing
   * @throws dev.autogen.schema.AutogenException if one is needed and cannot be made
   */
  default Optional<Login> worker(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Creates a role without rights; the worker may make it the owner of objects. */
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
   * Statements that make the checks of a commit, and leave the transaction as if it had just begun.
   */
  default List<String> checksOfCommit() {
    return List.of();
  }

  /** Statements that take back what a session has set, as the end of the session would. */
  default List<String> endOfSession() {
    return List.of();
  }

  /**
   * Statements that set each sequence to its present number, because a rollback does not reset
   * sequences.
   *
   * @throws SQLException if the database cannot be read
   */
  default Set<String> numbering(Connection connection) throws SQLException {
    return Set.of();
  }

  /**
   * The JDBC URL of a throwaway database within this process; empty if databases of this kind are
   * on a server.
   *
   * @param server a word that tells the databases of one owner from those of others
   */
  default Optional<String> inProcessUrl(String server, String database) {
    return Optional.empty();
  }

  /**
   * What a database of autogen's own is called behind {@code embedded:}, such as {@code mariadb};
   * empty if there is none of this kind but PostgreSQL, or it is in this process.
   */
  default Optional<String> embeddedName() {
    return Optional.empty();
  }

  /**
   * The URL of another database on the server of a JDBC URL; empty where throwaway databases are
   * not made beside those of a project.
   */
  default Optional<String> besideUrl(String jdbcUrl, String database) {
    return Optional.empty();
  }

  /**
   * The URL of an empty database in memory, to read in place of one that is a file and does not
   * exist yet, but can be created; empty where the database exists, or is no file.
   */
  default Optional<String> emptyInstead(String jdbcUrl) {
    return Optional.empty();
  }

  /** The names of the server's databases with this prefix, the oldest first. */
  List<String> databases(Connection connection, String prefix) throws SQLException;

  /** Creates an empty database that belongs to the worker. */
  void create(Connection connection, String name, Login worker) throws SQLException;

  /** Gives the new database of a connection of the administrator to the worker. */
  default void handOver(Connection connection, Login worker) throws SQLException {}

  /** Creates a database of the worker as a copy of another one, to which nobody is connected. */
  void copy(Connection connection, String template, String name, Login worker) throws SQLException;

  /** Renames a database to which nobody is connected. */
  void rename(Connection connection, String name, String newName) throws SQLException;

  /** Drops a database and ends the sessions in it; a missing database is no error. */
  void drop(Connection connection, String name) throws SQLException;

  /**
   * Marks the database of a connection as one that may be wiped, unless it holds objects of others.
   *
   * @return an object of others if the database was not marked for that reason
   */
  Optional<String> claim(Connection connection) throws SQLException;

  /**
   * Drops everything in the database of a connection, which {@link #claim} must have allowed.
   *
   * @param worker the user who will work in it, if that is not the user of the connection
   */
  void wipe(Connection connection, Optional<Login> worker) throws SQLException;
}
