package dev.autogen.dialect.postgresql;

/** The question for partitions, with what they do not take from their table. */
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

  private PartitionQuery() {}
}
