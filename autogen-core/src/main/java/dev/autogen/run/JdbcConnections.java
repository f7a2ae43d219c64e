package dev.autogen.run;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * Opens connections with the driver on autogen's own class path; {@code DriverManager} may only
 * know drivers of another class loader.
 *
 * @param url the JDBC URL, without credentials
 * @param properties the credentials and other properties for the driver
 */
public record JdbcConnections(String url, Properties properties) implements ConnectionSource {

  @Override
  public Connection open() throws SQLException {
    Connection connection;
    try {
      connection = driver().connect(url, properties);
    } catch (SQLException e) {
      throw DriverFailure.withoutSecrets(e, url, properties);
    }
    if (connection == null) {
      throw new SQLException("the driver refused the URL");
    }
    return connection;
  }

  @Override
  public ConnectionSource as(String user, String password) {
    Properties others = new Properties();
    others.putAll(properties);
    others.put("user", user);
    others.put("password", password);
    return new JdbcConnections(url, others);
  }

  private Driver driver() throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, getClass().getClassLoader())) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    throw new SQLException("there is no JDBC driver for it on autogen's class path");
  }

  /** The URL, without credentials. */
  @Override
  public String toString() {
    return url;
  }
}
