package dev.autogen.dialect.postgresql;

/** The queries for dependent objects that are rare. */
final class RareObjectQueries {

  /** Tables in publications; their columns and conditions exist since PostgreSQL 15. */
  static final String PUBLICATIONS =
      """
      select 1, 'publication', p.pubname || ' of ' || c.name, r.oid,
             'pg_publication_rel ' || r.oid,
             format('alter publication %I drop table %s', p.pubname, c.quoted),
             format('alter publication %I add table %s', p.pubname, c.quoted)
               || case when to_jsonb(r) ->> 'prattrs' is null then ''
                  else ' (' || (
                    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                    from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0
                      and a.attnum::text = any (
                        string_to_array(
                          trim(regexp_replace(to_jsonb(r) ->> 'prattrs', '[^0-9]+', ' ', 'g')), ' '))) || ')'
                  end
               || coalesce((
                    select ' where (' || (to_jsonb(t) ->> 'rowfilter') || ')'
                    from pg_publication_tables t
                    where t.pubname = p.pubname and t.schemaname = c.nspname
                      and t.tablename = c.relname), ''),
             array[c.name, c.root], array[]::text[]
      from pg_publication_rel r
      join pg_publication p on p.oid = r.prpubid
      join rel c on c.oid = r.prrelid
      """;

  /** Dependent objects that only an author can handle: domains, and columns of row types. */
  static final String TYPES =
      """
      select 7, 'domain', case when n.here then t.typname::text
                          else n.nspname || '.' || t.typname end,
             t.oid, 'pg_type ' || t.oid, null, null, array[]::text[], array[]::text[]
      from pg_type t
      join ns n on n.oid = t.typnamespace
      where t.typtype = 'd'
      union all
      select 7, 'column', case when n.here then '' else n.nspname || '.' end
                          || c.relname || '.' || a.attname,
             c.oid, 'column ' || c.oid || ' ' || a.attnum, null, null,
             array[]::text[], array[]::text[]
      from pg_class c
      join ns n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_type e on e.oid = t.typelem and e.typarray = t.oid
      where c.relkind in ('r', 'p', 'c', 'f')
        and (c.relkind = 'f'
             or exists (select from pg_class rc
                        where rc.oid = coalesce(e.typrelid, t.typrelid) and rc.relkind <> 'c'))
      """;

  private RareObjectQueries() {}
}
