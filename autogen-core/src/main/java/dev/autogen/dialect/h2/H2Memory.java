package dev.autogen.dialect.h2;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Opens databases in memory with the driver of another connection. */
final class H2Memory {

  private H2Memory() {}

  /**
   * Opens a database.
   *
   * @param like a connection of the driver
   * @param name the name, with settings; empty for a database of this connection alone
   */
  static Connection open(Connection like, String name) throws SQLException {
    Properties login = new Properties();
    login.put("user", "sa");
    login.put("password", "");
    Connection opened = driver(like).connect("jdbc:h2:mem:" + name, login);
    if (opened == null) {
      throw new SQLException("H2's driver opens no database in memory");
    }
    return opened;
  }

  private static Driver driver(Connection like) throws SQLException {
    // A pool or a guard may be around it.
    Object real = like.getMetaData();
    try {
      Class<?> type = Class.forName("org.h2.Driver", true, loader(real));
      return (Driver) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new SQLException("H2's driver cannot be used: " + e.getMessage(), e);
    }
  }

  private static ClassLoader loader(Object metaData) {
    ClassLoader own = metaData.getClass().getClassLoader();
    return own == null ? H2Memory.class.getClassLoader() : own;
  }
}
