package dev.autogen.run;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections with the driver on autogen's own class path; {@code DriverManager} may only
 * know drivers of another class loader.
 *
 * @param url the JDBC URL, without credentials
 * @param properties the credentials and other properties for the driver
 */
public record JdbcConnections(String url, Properties properties) implements ConnectionSource {

  private static final String MYSQL = "jdbc:mysql:";

  @Override
  public Connection open() throws SQLException {
    Connection connection;
    try {
      connection = connect();
    } catch (SQLException e) {
      throw DriverFailure.withoutSecrets(e, url, properties);
    }
    if (connection == null) {
      throw new SQLException("the driver refused the URL");
    }
    return connection;
  }

  private Connection connect() throws SQLException {
    Driver driver = driver(url);
    if (driver == null && url.startsWith(MYSQL)) {
      // MariaDB's driver speaks to MySQL, too.
      String other = url + (url.indexOf('?') < 0 ? "?" : "&") + "permitMysqlScheme";
      driver = driver(other);
      if (driver != null) {
        return driver.connect(other, properties);
      }
    }
    if (driver == null) {
      throw new SQLException("there is no JDBC driver for it on autogen's class path");
    }
    return driver.connect(url, properties);
  }

  @Override
  public ConnectionSource as(String user, String password) {
    Properties others = new Properties();
    others.putAll(properties);
    others.put("user", user);
    others.put("password", password);
    return new JdbcConnections(url, others);
  }

  private @Nullable Driver driver(String url) throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, getClass().getClassLoader())) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    return null;
  }

  /** The URL, without credentials. */
  @Override
  public String toString() {
    return url;
  }
}
