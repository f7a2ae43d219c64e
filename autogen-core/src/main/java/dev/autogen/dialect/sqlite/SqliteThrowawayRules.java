package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.ThrowawayRules;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Databases in memory that all connections of the process share (manual, {@code memdb}). Each is
 * there as long as a connection to it is open, which is kept here.
 */
final class SqliteThrowawayRules implements ThrowawayRules {

  private static final String PREFIX = "jdbc:sqlite:file:/autogen-";
  private static final String SUFFIX = "?vfs=memdb";
  private static final String MARK = "autogen_claim";

  private static final Map<String, Connection> OPEN = new ConcurrentHashMap<>();

  /**
   * A dropped database stays until its last connection ends, so that its name is not used again.
   */
  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private static final AtomicLong NUMBER = new AtomicLong();

  /** Whether a connection leads to one of these databases. */
  static boolean isOne(Connection connection) throws SQLException {
    return String.valueOf(connection.getMetaData().getURL()).contains("vfs=memdb");
  }

  @Override
  public Optional<String> inProcessUrl(String server, String database) {
    return Optional.of(url(server + "_" + database));
  }

  @Override
  public Optional<String> emptyInstead(String jdbcUrl) {
    return SqliteFile.ofUrl(jdbcUrl)
        .filter(file -> !Files.exists(file))
        .filter(file -> Files.isDirectory(file.toAbsolutePath().getParent()))
        .map(file -> "jdbc:sqlite::memory:");
  }

  private static String url(String name) {
    return PREFIX + name + "-" + NAMES.getOrDefault(name, "0") + SUFFIX;
  }

  @Override
  public Version version(Connection connection) throws SQLException {
    String[] parts = SqliteVersion.of(connection).split("\\.");
    return new Version("SQLite", Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /** None is kept for the next command. */
  @Override
  public List<String> databases(Connection connection, String prefix) {
    return List.of();
  }

  @Override
  public void create(Connection connection, String name, Login worker) throws SQLException {
    made(connection, name);
  }

  /** Makes an empty database, and returns the name of its file. */
  private static String made(Connection connection, String name) throws SQLException {
    String full = server(connection) + "_" + name;
    NAMES.put(full, String.valueOf(NUMBER.incrementAndGet()));
    String url = url(full);
    Connection before = OPEN.put(full, SqliteMemory.open(connection, url));
    if (before != null) {
      before.close();
    }
    return url.substring("jdbc:sqlite:".length());
  }

  private static String server(Connection connection) throws SQLException {
    String own = connection.getMetaData().getURL().substring(PREFIX.length());
    return own.substring(0, own.lastIndexOf('_'));
  }

  @Override
  public void copy(Connection connection, String template, String name, Login worker)
      throws SQLException {
    String target = made(connection, name);
    try (Connection source =
        SqliteMemory.open(connection, url(server(connection) + "_" + template))) {
      SqliteMemory.execute(source, "vacuum into " + SqliteText.literal(target));
    }
  }

  /** The database stays, and another name leads to it. */
  @Override
  public void rename(Connection connection, String name, String newName) throws SQLException {
    copy(connection, name, newName, new Login("", ""));
    drop(connection, name);
  }

  @Override
  public void drop(Connection connection, String name) throws SQLException {
    String full = server(connection) + "_" + name;
    Connection kept = OPEN.remove(full);
    NAMES.remove(full);
    if (kept != null) {
      kept.close();
    }
  }

  @Override
  public Optional<String> claim(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    boolean marked = false;
    for (var table : new SqliteExecutionRules().tables(connection)) {
      marked |= table.name().equals(MARK);
      tables.add("the table " + table);
    }
    if (!marked && !tables.isEmpty()) {
      return Optional.of(tables.get(0));
    }
    SqliteMemory.execute(connection, "create table if not exists " + MARK + " (id integer)");
    return Optional.empty();
  }

  @Override
  public void wipe(Connection connection, Optional<Login> worker) throws SQLException {
    SqliteMemory.execute(connection, "pragma foreign_keys = off");
    SqliteCatalog catalog = SqliteCatalog.read(connection);
    for (SqliteCatalog.Entry view : catalog.entries("view")) {
      drop(connection, "view", view);
    }
    for (SqliteCatalog.Entry table : catalog.entries("table")) {
      boolean shadow = catalog.isVirtual(table) && !catalog.createsVirtual(table);
      if (!catalog.isInternal(table) && !shadow) {
        drop(connection, "table", table);
      }
    }
    SqliteMemory.execute(connection, "create table " + MARK + " (id integer)");
  }

  private static void drop(Connection connection, String kind, SqliteCatalog.Entry entry)
      throws SQLException {
    SqliteMemory.execute(
        connection, "drop " + kind + " " + SqliteText.RULES.names().quoted(entry.name()));
  }
}
