package dev.autogen.dialect.postgresql;

import dev.autogen.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds code of somebody else that would run when autogen's own tables are read or written: a role
 * that may create objects in that schema can have made a view of that name, or a table with a
 * trigger.
 *
 * <p>Objects of the session's user or of a superuser are trusted. The query is one statement
 * without a transaction, so that it also works through a pooler that assigns sessions per
 * statement.
 */
final class ForeignTableCode {

  /** The query with plain operators; each is replaced by the one of {@code pg_catalog}. */
  private static final String SQL =
      """
      select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, found.what
      from rows from (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[])) as asked (schema, name)
      join pg_catalog.pg_namespace n on n.nspname = asked.schema
      join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = asked.name
      cross join lateral (
        select c.relowner = any (TRUSTED) as own) table_
      cross join lateral (
        select case
          when c.relkind <> 'r' then
            case when c.relkind = 'v' then 'is a view' when c.relkind = 'm' then 'is a materialized view'
                 when c.relkind = 'f' then 'is a foreign table' else 'is no ordinary table' end
          when exists (
            select from pg_catalog.pg_trigger g
            join pg_catalog.pg_proc f on f.oid = g.tgfoid
            where g.tgrelid = c.oid and not g.tgisinternal and f.proowner <> all (TRUSTED))
            then 'has a trigger of somebody else'
          when table_.own then null
          when exists (select from pg_catalog.pg_rewrite w where w.ev_class = c.oid)
            then 'has a rule'
          when c.relrowsecurity then 'has policies'
          when exists (
            select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'c')
            then 'has a check'
          when exists (select from pg_catalog.pg_attrdef d where d.adrelid = c.oid)
            then 'has a default or a computed column'
          when exists (
            select from pg_catalog.pg_index i
            where i.indrelid = c.oid and (i.indexprs is not null or i.indpred is not null))
            then 'has an index over an expression'
          when exists (
            select from pg_catalog.pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and a.atttypid >= 16384)
            then 'has a column of a type of somebody else'
          when exists (select from pg_catalog.pg_inherits h where h.inhparent = c.oid)
            then 'has tables that inherit from it'
        end as what) found
      where found.what is not null
      order by 1
      """
          .replace(
              "TRUSTED",
              "array(select r.oid from pg_catalog.pg_roles r"
                  + " where r.rolsuper or r.rolname = current_user)")
          .replaceAll(" (=|<>|>|>=) ", " operator(pg_catalog.$1) ");

  private ForeignTableCode() {}

  /** Describes such code of the first table that has any, such as "a.b is a view". */
  static Optional<String> of(Connection connection, List<QualifiedName> tables)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setArray(1, texts(connection, tables.stream().map(QualifiedName::schema)));
      query.setArray(2, texts(connection, tables.stream().map(QualifiedName::name)));
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(row.getString("name") + " " + row.getString("what"))
            : Optional.empty();
      }
    }
  }

  private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
