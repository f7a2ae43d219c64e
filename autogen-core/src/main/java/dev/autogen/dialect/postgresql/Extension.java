package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.quote;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extension of a database.
 *
 * @param schema the schema of its objects; null for the default schema, and for a schema that the
 *     extension creates itself
 */
record Extension(String name, @Nullable String schema) {

  /** Reads the extensions in the order in which they were created, because one may need another. */
  private static final String SQL =
      """
      select e.extname,
             case when n.nspname operator(pg_catalog.<>) 'pg_catalog'
                   and n.nspname operator(pg_catalog.<>) s.name
                   and not exists (
                     select from pg_catalog.pg_depend d
                     where d.classid operator(pg_catalog.=)
                         'pg_catalog.pg_namespace'::pg_catalog.regclass
                       and d.objid operator(pg_catalog.=) n.oid
                       and d.deptype operator(pg_catalog.=) 'e')
                  then n.nspname end
      from pg_catalog.pg_extension e
      join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) e.extnamespace,
      lateral (select coalesce((%s), 'public') as name) s
      where e.extname operator(pg_catalog.<>) 'plpgsql'
      order by e.oid
      """
          .formatted(SearchPath.DEFAULT_SCHEMA);

  static List<Extension> read(Connection connection) throws SQLException {
    List<Extension> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      while (rows.next()) {
        found.add(new Extension(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }

  /** The statements that create the extension, with its schema and the extensions that it needs. */
  String create() {
    String create = "create extension if not exists " + quote(name);
    return schema == null
        ? create + " cascade"
        : "create schema if not exists "
            + quote(schema)
            + ";\n"
            + create
            + " with schema "
            + quote(schema)
            + " cascade";
  }
}
