package dev.autogen.shadow;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Names of database products. */
final class Products {

  private Products() {}

  /** The product with its version in numbers alone, such as {@code PostgreSQL 18.6}. */
  static String of(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    return data.getDatabaseProductName()
        + " "
        + data.getDatabaseMajorVersion()
        + "."
        + data.getDatabaseMinorVersion();
  }
}
