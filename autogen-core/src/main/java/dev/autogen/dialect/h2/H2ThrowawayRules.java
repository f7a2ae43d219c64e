package dev.autogen.dialect.h2;

import dev.autogen.dialect.ThrowawayRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Databases in memory, in this process. Each is kept until it is shut down; a copy is made by a
 * script of its content.
 */
final class H2ThrowawayRules implements ThrowawayRules {

  private static final String MARK = "autogen_claim";

  private final H2Names names;
  private final String settings;

  /**
   * Databases that read SQL as another one does.
   *
   * @param settings those of the other one, as a part of a URL
   */
  H2ThrowawayRules(H2Names names, String settings) {
    this.names = names;
    this.settings = settings + ";DB_CLOSE_DELAY=-1";
  }

  @Override
  public Optional<String> inProcessUrl(String server, String database) {
    return Optional.of("jdbc:h2:mem:" + server + "_" + database + settings);
  }

  /** None is kept for the next command. */
  @Override
  public List<String> databases(Connection connection, String prefix) {
    return List.of();
  }

  @Override
  public void create(Connection connection, String name, Login worker) throws SQLException {
    sibling(connection, name).close();
  }

  private Connection sibling(Connection connection, String name) throws SQLException {
    String url = connection.getMetaData().getURL();
    String own = url.substring("jdbc:h2:mem:".length()).replaceFirst(";.*", "");
    String server = own.substring(0, own.lastIndexOf('_'));
    return H2Memory.open(connection, server + "_" + name + settings);
  }

  @Override
  public void copy(Connection connection, String template, String name, Login worker)
      throws SQLException {
    try (Connection source = sibling(connection, template);
        Connection target = sibling(connection, name)) {
      for (String statement : script(source)) {
        H2ExecutionRules.execute(target, statement);
      }
    }
  }

  private static List<String> script(Connection source) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Statement statement = source.createStatement();
        ResultSet rows = statement.executeQuery("script nopasswords nosettings")) {
      while (rows.next()) {
        String sql = rows.getString(1);
        if (!sql.startsWith("CREATE USER")) {
          statements.add(sql);
        }
      }
    }
    return statements;
  }

  @Override
  public void rename(Connection connection, String name, String newName) throws SQLException {
    copy(connection, name, newName, new Login("sa", ""));
    drop(connection, name);
  }

  @Override
  public void drop(Connection connection, String name) throws SQLException {
    try (Connection dropped = sibling(connection, name)) {
      H2ExecutionRules.execute(dropped, "shutdown immediately");
    }
  }

  @Override
  public Optional<String> claim(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    boolean marked = false;
    for (var table : new H2ExecutionRules(names).tables(connection)) {
      marked |= table.name().equals(MARK);
      tables.add("the table " + table);
    }
    if (!marked && !tables.isEmpty()) {
      return Optional.of(tables.get(0));
    }
    H2ExecutionRules.execute(connection, "create table if not exists " + MARK + " (id integer)");
    return Optional.empty();
  }

  @Override
  public void wipe(Connection connection, Optional<Login> worker) throws SQLException {
    H2ExecutionRules.execute(connection, "drop all objects");
    H2ExecutionRules.execute(connection, "create table " + MARK + " (id integer)");
  }
}
