package dev.autogen.dialect.mysql;

import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks {@code information_schema} about some databases at once. */
final class MySqlCatalog {

  private final Connection connection;
  private final String databases;
  private final @Nullable String current;

  /**
   * Questions about databases, which autogen calls schemas.
   *
   * @param current the database of names without one
   */
  MySqlCatalog(Connection connection, Set<String> databases, @Nullable String current) {
    this.connection = connection;
    this.databases =
        databases.stream().map(MySqlNames::literal).collect(Collectors.joining(", ", " in (", ")"));
    this.current = current;
  }

  /** Makes an object of a row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The rows of a query in which {@code %s} stands for the condition on the database's name. */
  <T> List<T> rows(String query, RowReader<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.replace("%s", databases))) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  /** The name that two columns of the row hold; without the current database. */
  QualifiedName name(ResultSet row, String databaseColumn, String nameColumn) throws SQLException {
    return name(row.getString(databaseColumn), row.getString(nameColumn));
  }

  /** The name, without the current database. */
  QualifiedName name(@Nullable String database, String name) {
    return new QualifiedName(Objects.equals(database, current) ? null : database, name);
  }
}
