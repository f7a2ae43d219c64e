package dev.autogen.dialect.postgresql;

/** The query for partitions, with the properties that they do not inherit from their table. */
final class PartitionQuery {

  static final String SQL =
      """
      select 8, 'partition', c.name, c.oid, 'pg_class ' || c.oid, null,
             case when c.relkind = 'f' then null else
             format('create %stable %s partition of %s %s',
               case when c.relpersistence = 'u' then 'unlogged ' else '' end, c.quoted,
               (select case when p.relnamespace = (select oid from ns where here)
                       then quote_ident(p.relname)
                       else format('%I.%I', p.relnamespace::regnamespace::text, p.relname) end
                from pg_inherits h join pg_class p on p.oid = h.inhparent
                where h.inhrelid = c.oid),
               pg_get_expr(c.relpartbound, c.oid))
               || coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')
               || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
               || coalesce((select format(' tablespace %I', s.spcname) from pg_tablespace s
                            where s.oid = c.reltablespace), '')
               || coalesce((
                    select string_agg(format(E';\nalter table %s add constraint %I %s', c.quoted,
                             k.conname, pg_get_constraintdef(k.oid)), '' order by k.oid)
                    from pg_constraint k
                    where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f')
                      and k.conislocal and k.coninhcount = 0 and k.conparentid = 0), '')
               || coalesce((
                    select string_agg(E';\n' || pg_get_indexdef(i.indexrelid), ''
                                      order by i.indexrelid)
                    from pg_index i
                    where i.indrelid = c.oid
                      and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid)
                      and not exists (select from pg_constraint k
                                      where k.conindid = i.indexrelid)), '') end,
             array[c.root],
             array['pg_class ' || (select h.inhparent from pg_inherits h where h.inhrelid = c.oid)]
      from rel c
      where c.relispartition
      """;

  /**
   * The indexes, keys and foreign keys that only partitions have. A new one of the table over the
   * same columns takes them over, and they are dropped with it ({@code DefineIndex} and {@code
   * tryAttachPartitionForeignKey} in PostgreSQL's source).
   */
  static final String MEMBERS =
      """
      select 0, 'partition index', c.name || '.' || x.relname, x.oid,
             'partition index ' || x.oid, null,
             case when k.oid is null
               then regexp_replace(pg_get_indexdef(x.oid), '^CREATE( UNIQUE)? INDEX ',
                                   'CREATE\\1 INDEX IF NOT EXISTS ')
               else ADD end,
             OVER || array(
               select 'in partitions of ' || c.root || ' ('
                      || string_agg(coalesce(a.attname, ''), ', ' order by n.place) || ')'
               from unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) with ordinality n (number, place)
               left join pg_attribute a on a.attrelid = c.oid and a.attnum = n.number),
             array['pg_class ' || c.oid]
      from pg_index i
      join rel c on c.oid = i.indrelid and c.relispartition
      join pg_class x on x.oid = i.indexrelid
      left join pg_constraint k on k.conindid = x.oid and k.contype in ('p', 'u') and k.conrelid = c.oid,
      lateral (
        select i.indkey::int2[] || array(
          select d.refobjsubid::int2 from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = x.oid
            and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid) as numbers) m
      where not exists (select from pg_inherits h where h.inhrelid = x.oid)
        and not exists (select from pg_constraint e where e.conindid = x.oid and e.contype = 'x')
      union all
      select 0, 'partition key', c.name || '.' || k.conname, k.oid, 'partition key ' || k.oid, null,
             ADD,
             OVER || array(
               select 'in partitions of ' || c.root || ' ('
                      || string_agg(a.attname, ', ' order by n.place) || ')'
               from unnest(k.conkey) with ordinality n (number, place)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = n.number),
             array['pg_class ' || c.oid]
      from pg_constraint k
      join rel c on c.oid = k.conrelid and c.relispartition,
      lateral (select k.conkey as numbers) m
      where k.contype = 'f' and k.conparentid = 0
      """
          .replace(
              "OVER",
              """
              array(select 'in partitions of ' || c.root || '.' || a.attname
                    from pg_attribute a where a.attrelid = c.oid and a.attnum = any (m.numbers))""")
          .replace(
              "ADD",
              """
              'do ' || quote_literal(format('begin if not exists (select from'
                || ' pg_catalog.pg_constraint where conrelid = %L::pg_catalog.regclass'
                || ' and conname = %L) then alter table %s add constraint %I %s; end if; end',
                c.quoted, k.conname, c.quoted, k.conname, pg_get_constraintdef(k.oid)))""");

  private PartitionQuery() {}
}
