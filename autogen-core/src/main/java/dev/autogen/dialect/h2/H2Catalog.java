package dev.autogen.dialect.h2;

import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks {@code INFORMATION_SCHEMA} (H2 manual, Information Schema) about some schemas at once. */
final class H2Catalog {

  private final Connection connection;
  private final H2Names names;
  private final String schemas;
  private final @Nullable String defaultSchema;

  /**
   * Questions about schemas.
   *
   * @param schemas as they stand in the catalog
   */
  H2Catalog(
      Connection connection, H2Names names, Set<String> schemas, @Nullable String defaultSchema) {
    this.connection = connection;
    this.names = names;
    this.schemas =
        new LinkedHashSet<>(schemas)
            .stream().map(names::literal).collect(Collectors.joining(", ", " in (", ")"));
    this.defaultSchema = defaultSchema;
  }

  /** Makes an object of a row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * The rows of a view.
   *
   * @param rest what follows {@code from}; {@code %s} stands for the condition on the schema's name
   */
  <T> List<T> rows(String columns, String rest, RowReader<T> reader) throws SQLException {
    List<T> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                capitals("select " + columns + " from information_schema." + rest)
                    .replace("%S", schemas))) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  /** With {@code DATABASE_TO_UPPER=FALSE} only names in capitals are those of the catalog. */
  private static String capitals(String query) {
    return query.toUpperCase(Locale.ROOT);
  }

  /** The name that a column of the row holds. */
  String name(ResultSet row, String column) throws SQLException {
    return names.text().names().named(row.getString(column));
  }

  /** The qualified name that two columns of the row hold; without the default schema. */
  QualifiedName name(ResultSet row, String schemaColumn, String nameColumn) throws SQLException {
    return name(row.getString(schemaColumn), row.getString(nameColumn));
  }

  /** The qualified name of what the catalog has under these names; without the default schema. */
  QualifiedName name(@Nullable String schema, String name) {
    return new QualifiedName(
        schema == null || Objects.equals(schema, defaultSchema)
            ? null
            : names.text().names().named(schema),
        names.text().names().named(name));
  }

  /** A number, or null. */
  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
