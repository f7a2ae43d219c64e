package dev.autogen.dialect.mysql;

import dev.autogen.dialect.ThrowawayRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Throwaway databases are databases of a server, which are cheap there. */
final class MySqlThrowawayRules implements ThrowawayRules {

  private static final String MARK = "autogen_claim";

  private static final Pattern PLACE =
      Pattern.compile("(jdbc:\\w+:(?:[\\w-]+:)?//[^/?]+)(?:/[^?]*)?(\\?.*)?", Pattern.DOTALL);

  private final KnownServer server;

  MySqlThrowawayRules(KnownServer server) {
    this.server = server;
  }

  @Override
  public Optional<String> embeddedName() {
    return Optional.of(server.get().isMariaDb() ? "mariadb" : "mysql");
  }

  @Override
  public Optional<String> besideUrl(String jdbcUrl, String database) {
    Matcher place = PLACE.matcher(jdbcUrl);
    return place.matches()
        ? Optional.of(
            place.group(1) + "/" + database + (place.group(2) == null ? "" : place.group(2)))
        : Optional.empty();
  }

  /** What differs between the minor versions of MySQL 8.0 and MariaDB 10 is told apart, too. */
  @Override
  public Version version(Connection connection) throws SQLException {
    Server known = new KnownServer(server.get()).of(connection);
    return new Version(known.product(), known.version().major(), known.version().minor());
  }

  @Override
  public List<String> databases(Connection connection, String prefix) throws SQLException {
    return new MySqlCatalog(connection, Set.of(""), null)
        .rows(
            "select s.schema_name from information_schema.schemata s"
                + " left join information_schema.tables t on t.table_schema = s.schema_name"
                + " where left(s.schema_name, "
                + prefix.length()
                + ") = "
                + MySqlNames.literal(prefix)
                + " group by s.schema_name order by min(t.create_time), s.schema_name",
            row -> row.getString(1));
  }

  @Override
  public void create(Connection connection, String name, Login worker) throws SQLException {
    String collation = server.get().collation();
    String sql = "create database " + MySqlNames.quote(name);
    try {
      MySqlExecutionRules.execute(
          connection, collation.isEmpty() ? sql : sql + " collate " + collation);
    } catch (SQLException e) {
      if (e.getErrorCode() != 1273) {
        throw e;
      }
      MySqlExecutionRules.execute(connection, sql); // a collation of another version
    }
  }

  @Override
  public void copy(Connection connection, String template, String name, Login worker)
      throws SQLException {
    create(connection, name, worker);
    new DatabaseCopy(connection, template, name).run();
  }

  @Override
  public void rename(Connection connection, String name, String newName) throws SQLException {
    copy(connection, name, newName, new Login("", ""));
    drop(connection, name);
  }

  @Override
  public void drop(Connection connection, String name) throws SQLException {
    MySqlExecutionRules.execute(connection, "drop database if exists " + MySqlNames.quote(name));
  }

  @Override
  public Optional<String> claim(Connection connection) throws SQLException {
    String database = MySqlInspector.database(connection);
    List<String> tables =
        new MySqlCatalog(connection, Set.of(database), null)
            .rows(
                "select table_name from information_schema.tables where table_schema%s",
                row -> row.getString(1));
    if (!tables.contains(MARK) && !tables.isEmpty()) {
      return Optional.of("the table " + tables.get(0));
    }
    MySqlExecutionRules.execute(connection, "create table if not exists " + MARK + " (id int)");
    return Optional.empty();
  }

  @Override
  public void wipe(Connection connection, Optional<Login> worker) throws SQLException {
    String database = MySqlInspector.database(connection);
    drop(connection, database);
    create(connection, database, worker.orElse(new Login("", "")));
    connection.setCatalog(database);
    MySqlExecutionRules.execute(connection, "use " + MySqlNames.quote(database));
    MySqlExecutionRules.execute(connection, "create table " + MARK + " (id int)");
  }
}
