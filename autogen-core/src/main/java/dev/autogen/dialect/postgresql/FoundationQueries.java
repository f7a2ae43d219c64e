package dev.autogen.dialect.postgresql;

/** The queries for user-defined types and functions, and for what they depend on. */
final class FoundationQueries {

  private static final String NAMESPACES =
      """
      with ns as materialized (
        select n.oid, n.nspname, n.nspname = current_setting('autogen.schema') as here
        from pg_namespace n
        where n.nspname = any (?) or n.nspname = current_setting('autogen.schema'))
      """;

  private static final String TYPES =
      """
      select 'domain' as kind, t.typname as name, n.here, n.nspname, 'pg_type ' || t.oid as key,
             t.oid as made, 'drop domain ' || q.sql as drop_sql,
             'create domain ' || q.sql || ' as ' || format_type(t.typbasetype, t.typtypmod)
               || coalesce((select format(' collate %I.%I', cn.nspname, c.collname)
                            from pg_collation c join pg_namespace cn on cn.oid = c.collnamespace
                            where c.oid = t.typcollation and t.typcollation <> (
                              select b.typcollation from pg_type b where b.oid = t.typbasetype)), '')
               || coalesce(' default ' || t.typdefault, '')
               || case when t.typnotnull then ' not null' else '' end
               || coalesce((select string_agg(format(' constraint %I %s', k.conname,
                                                pg_get_constraintdef(k.oid)), '' order by k.oid)
                            from pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '')
               as create_sql
      from pg_type t
      join ns n on n.oid = t.typnamespace,
      lateral (select case when n.here then quote_ident(t.typname)
                      else format('%I.%I', n.nspname, t.typname) end as sql) q
      where t.typtype = 'd'
      union all
      select 'type', t.typname, n.here, n.nspname, 'pg_type ' || t.oid, t.oid,
             'drop type ' || q.sql,
             'create type ' || q.sql || ' as (' || coalesce((
               select string_agg(quote_ident(a.attname) || ' '
                                   || format_type(a.atttypid, a.atttypmod)
                                   || coalesce((select format(' collate %I.%I', cn.nspname, o.collname)
                                                from pg_collation o
                                                join pg_namespace cn on cn.oid = o.collnamespace
                                                where o.oid = a.attcollation and a.attcollation <> (
                                                  select b.typcollation from pg_type b
                                                  where b.oid = a.atttypid)), ''),
                                 ', ' order by a.attnum)
               from pg_attribute a
               where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped), '') || ')'
             || coalesce(E';\\ncomment on type ' || q.sql || ' is '
                         || quote_literal(obj_description(t.oid, 'pg_type')), '')
             || coalesce((
               select string_agg(E';\\ncomment on column ' || q.sql || '.' || quote_ident(a.attname)
                                   || ' is ' || quote_literal(col_description(t.typrelid, a.attnum)),
                                 '' order by a.attnum)
               from pg_attribute a
               where a.attrelid = t.typrelid and a.attnum > 0
                 and col_description(t.typrelid, a.attnum) is not null), '')
      from pg_type t
      join ns n on n.oid = t.typnamespace
      join pg_class c on c.oid = t.typrelid and c.relkind = 'c',
      lateral (select case when n.here then quote_ident(t.typname)
                      else format('%I.%I', n.nspname, t.typname) end as sql) q
      where t.typtype = 'c'
      union all
      select 'type', t.typname, n.here, n.nspname, 'pg_type ' || t.oid, t.oid,
             'drop type ' || q.sql,
             'create type ' || q.sql || ' as range (subtype = ' || format_type(r.rngsubtype, null)
               || coalesce((select format(', subtype_opclass = %I.%I', cn.nspname, o.opcname)
                            from pg_opclass o join pg_namespace cn on cn.oid = o.opcnamespace
                            where o.oid = r.rngsubopc), '')
               || case when r.rngsubdiff::oid = 0 then ''
                  else ', subtype_diff = ' || r.rngsubdiff::regproc end || ')'
      from pg_range r
      join pg_type t on t.oid = r.rngtypid
      join ns n on n.oid = t.typnamespace,
      lateral (select case when n.here then quote_ident(t.typname)
                      else format('%I.%I', n.nspname, t.typname) end as sql) q
      """;

  /** The functions; the definition that the server prints always names the schema. */
  private static final String FUNCTIONS =
      """
      select case when f.prokind = 'p' then 'procedure' else 'function' end,
             f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ')',
             n.here, n.nspname, 'pg_proc ' || f.oid, f.oid,
             'drop ' || q.word || ' ' || q.sql || '('
               || pg_get_function_identity_arguments(f.oid) || ')',
             'create or replace ' || q.word || ' ' || q.sql
               || substr(rtrim(pg_get_functiondef(f.oid), E'\\n'),
                         length('create or replace ' || q.word || ' '
                                || format('%I.%I', n.nspname, f.proname)) + 1)
      from pg_proc f
      join ns n on n.oid = f.pronamespace,
      lateral (select case when f.prokind = 'p' then 'procedure' else 'function' end as word,
                      case when n.here then quote_ident(f.proname)
                      else format('%I.%I', n.nspname, f.proname) end as sql) q
      where f.prokind in ('f', 'p', 'w')
      """;

  /**
   * The objects, without those that extensions, range types and the row types of tables bring
   * along.
   */
  static final String OBJECTS =
      NAMESPACES
          + "select f.* from ("
          + TYPES
          + "union all\n"
          + FUNCTIONS
          + """
          ) f
          where not exists (
            select from pg_depend e
            where e.classid = split_part(f.key, ' ', 1)::regclass and e.objid = f.made
              and e.deptype in ('e', 'i'))
          order by f.made
          """;

  /**
   * Which object depends on which; {@code tables} stands for all tables, {@code views} for
   * relations that are no tables.
   */
  static final String EDGES =
      """
      select distinct dependent, needed from (
        select case when d.classid = 'pg_constraint'::regclass
                    then case when k.contypid <> 0 then 'pg_type ' || k.contypid else 'tables' end
                    when d.classid = 'pg_class'::regclass
                    then case when c.relkind = 'c' then 'pg_type ' || c.reltype
                              when c.relkind in ('r', 'p', 'i', 'I') then 'tables' end
                    when d.classid = 'pg_attrdef'::regclass then 'tables'
                    when d.classid in ('pg_proc'::regclass, 'pg_type'::regclass)
                    then d.classid::regclass || ' ' || d.objid end as dependent,
               case when d.refclassid = 'pg_proc'::regclass then 'pg_proc ' || d.refobjid
                    when d.refclassid = 'pg_class'::regclass
                    then case when rc.relkind = 'c' then 'pg_type ' || rc.reltype
                              when rc.relkind in ('v', 'm', 'f') then 'views'
                              when rc.relkind in ('r', 'p') then 'tables' end
                    when t.oid is not null
                    then case when tc.relkind is null or tc.relkind = 'c'
                              then 'pg_type ' || coalesce(el.oid, t.oid)
                              when tc.relkind in ('v', 'm', 'f') then 'views' else 'tables' end
               end as needed
        from pg_depend d
        left join pg_constraint k on d.classid = 'pg_constraint'::regclass and k.oid = d.objid
        left join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
        left join pg_class rc on d.refclassid = 'pg_class'::regclass and rc.oid = d.refobjid
        left join pg_type t on d.refclassid = 'pg_type'::regclass and t.oid = d.refobjid
        left join pg_type el on el.oid = t.typelem and el.typarray = t.oid
        left join pg_class tc on tc.oid = coalesce(el.typrelid, t.typrelid)
        where d.objid >= 16384 and d.refobjid >= 16384 and d.deptype in ('n', 'a')
          and d.refclassid in ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_class'::regclass)) e
      where dependent is not null and needed is not null and dependent <> needed
      """;

  private FoundationQueries() {}
}
