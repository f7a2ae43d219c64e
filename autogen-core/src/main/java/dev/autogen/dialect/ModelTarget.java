package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * What Hibernate has to know of a database to write its types and clauses.
 *
 * @param product the name that JDBC's {@code getDatabaseProductName()} gives
 * @param major the major version of the server
 * @param minor the minor version of the server
 * @param settings further settings of Hibernate
 * @param clauses clauses that its definitions of columns have and the SQL standard has not, such as
 *     {@code auto_increment}
 * @param tablesAsSequences whether a table with one number is shown as the sequence for which it
 *     stands
 */
public record ModelTarget(
    String product,
    int major,
    int minor,
    Map<String, String> settings,
    Set<String> clauses,
    boolean tablesAsSequences) {

  public ModelTarget {
    settings = Map.copyOf(settings);
    clauses = Set.copyOf(clauses);
  }

  /** What JDBC says of the database of a connection. */
  public static ModelTarget of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    return new ModelTarget(
        metaData.getDatabaseProductName(),
        metaData.getDatabaseMajorVersion(),
        metaData.getDatabaseMinorVersion(),
        Map.of(),
        Set.of(),
        false);
  }
}
