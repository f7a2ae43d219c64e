package dev.autogen.shadow;

import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A shadow in a database that the project names, and that autogen may wipe. One that holds objects
 * which autogen did not put there is refused.
 */
public final class WipedShadow implements Shadow {

  private static final String MARK = "autogen shadow database: wiped at every proof";

  private final ConnectionSource connections;

  /**
   * A shadow in the database of these connections.
   *
   * @throws AutogenException if it holds objects of others, or cannot be reached
   */
  public WipedShadow(ConnectionSource connections) {
    this.connections = connections;
    try (Connection connection = connections.open()) {
      requireOwn(connection);
    } catch (SQLException e) {
      throw AutogenException.failed(
          "The shadow database of [shadow] url cannot be used: " + e.getMessage(), e);
    }
  }

  private static void requireOwn(Connection connection) throws SQLException {
    String mark =
        value(
            connection,
            "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where"
                + " datname = current_database()");
    if (mark.equals(MARK)) {
      return;
    }
    String object =
        value(
            connection,
            "select coalesce(min(c.oid::regclass::text), '') from pg_class c join pg_namespace n"
                + " on n.oid = c.relnamespace where n.nspname !~ '^pg_' and n.nspname <>"
                + " 'information_schema'");
    if (!object.isEmpty()) {
      throw AutogenException.usage(
          "The shadow database of [shadow] url holds "
              + object
              + ", which autogen did not put there, and it would be wiped. Name an empty database:"
              + " createdb autogen_shadow");
    }
    run(
        connection,
        "do 'begin execute format(''comment on database %I is %L'', current_database(), ''"
            + MARK
            + "''); end'");
  }

  @Override
  public void prepare(String key, Filling filling) throws SQLException {
    try (Connection connection = connections.open()) {
      requireOwn(connection);
      wipe(connection);
    }
    filling.fill(connections);
  }

  private static void wipe(Connection connection) throws SQLException {
    run(
        connection,
        "do 'declare name text; begin for name in select nspname from pg_namespace where nspname"
            + " !~ ''^pg_'' and nspname <> ''information_schema'' loop execute format(''drop schema"
            + " %I cascade'', name); end loop; create schema public; end'");
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public ConnectionSource connections() {
    return connections;
  }

  @Override
  public String product() {
    try (Connection connection = connections.open()) {
      return Products.of(connection);
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    // The database stays, to be wiped by the next proof.
  }
}
