package dev.autogen.dialect.postgresql;

import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would run when autogen's own tables are read or written, and belongs to somebody else: a
 * role that may create there can have made a view of that name, or a table with a trigger.
 *
 * <p>What belongs to the user of the session or to a superuser is trusted.
 */
final class ForeignTableCode {

  private static final String SQL =
      """
      select format('%I.%I', n.nspname, c.relname) as name, found.what
      from unnest(?::text[], ?::text[]) as asked (schema, name)
      join pg_namespace n on n.nspname = asked.schema
      join pg_class c on c.relnamespace = n.oid and c.relname = asked.name
      cross join lateral (
        select c.relowner in (
          select r.oid from pg_roles r where r.rolsuper or r.rolname = current_user) as own) table_
      cross join lateral (
        select case
          when c.relkind <> 'r' then
            case c.relkind when 'v' then 'is a view' when 'm' then 'is a materialized view'
                 when 'f' then 'is a foreign table' else 'is no ordinary table' end
          when exists (
            select from pg_trigger g
            join pg_proc f on f.oid = g.tgfoid
            where g.tgrelid = c.oid and not g.tgisinternal and f.proowner not in (
              select r.oid from pg_roles r where r.rolsuper or r.rolname = current_user))
            then 'has a trigger of somebody else'
          when table_.own then null
          when exists (select from pg_rewrite w where w.ev_class = c.oid) then 'has a rule'
          when c.relrowsecurity then 'has policies'
          when exists (
            select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c')
            then 'has a check'
          when exists (select from pg_attrdef d where d.adrelid = c.oid)
            then 'has a default or a computed column'
          when exists (
            select from pg_index i
            where i.indrelid = c.oid and (i.indexprs is not null or i.indpred is not null))
            then 'has an index over an expression'
          when exists (
            select from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and a.atttypid >= 16384)
            then 'has a column of a type of somebody else'
          when exists (select from pg_inherits h where h.inhparent = c.oid)
            then 'has tables that inherit from it'
        end as what) found
      where found.what is not null
      order by 1
      """;

  private ForeignTableCode() {}

  /** What there is of it in the first of the tables that have some, such as "a.b is a view". */
  static Optional<String> of(Connection connection, List<QualifiedName> tables)
      throws SQLException {
    List<String> found = new ArrayList<>();
    new CatalogQuestions()
        .add(SQL, row -> found.add(row.getString("name") + " " + row.getString("what")))
        .ask(
            connection,
            statement -> {
              statement.setArray(
                  1,
                  connection.createArrayOf(
                      "text", tables.stream().map(QualifiedName::schema).toArray()));
              statement.setArray(
                  2,
                  connection.createArrayOf(
                      "text", tables.stream().map(QualifiedName::name).toArray()));
            });
    return found.stream().findFirst();
  }
}
