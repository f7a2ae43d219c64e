package dev.autogen.dialect.postgresql;

import java.util.List;

/** The query for the objects that JPA cannot describe, and for their properties. */
final class ObjectQueries {

  private static final String WITHIN =
      """
      with ns as materialized (
        select n.oid, n.nspname, n.nspname = current_setting('autogen.schema') as here
        from pg_namespace n
        where n.nspname = any (?) or n.nspname = current_setting('autogen.schema')),
      rel as materialized (
        select c.*, s.here, s.nspname,
               case when s.here then c.relname::text else s.nspname || '.' || c.relname end as name,
               case when s.here then quote_ident(c.relname)
                    else format('%I.%I', s.nspname, c.relname) end as quoted,
               case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
                    when 'S' then 'sequence' when 'f' then 'foreign table' else 'table' end as word,
               case when c.relispartition then (
                 select case when r.relnamespace = (select x.oid from ns x where x.here)
                             then r.relname::text
                             else r.relnamespace::regnamespace || '.' || r.relname end
                 from pg_class r where r.oid = pg_partition_root(c.oid)) end as root
        from pg_class c
        join ns s on s.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't'
          and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass
                          and e.objid = c.oid and e.deptype = 'e')),
      me as materialized (select oid from pg_roles where rolname = current_user)
      select kind, name, key, drop_sql, create_sql,
             array_remove(part_of, null) as part_of, array_remove(needs, null) as needs
      from (
      """;

  private static final String END =
      """
      ) found (rank, kind, name, made, key, drop_sql, create_sql, part_of, needs)
      order by rank, made desc, name, key
      """;

  private static final String TRIGGERS =
      """
      select 1, 'trigger', c.name || '.' || g.tgname, g.oid, 'pg_trigger ' || g.oid,
             format('drop trigger %I on %s', g.tgname, c.quoted),
             pg_get_triggerdef(g.oid, true)
               || case when g.tgenabled = 'O' then ''
                  else format(E';\nalter table %s %s trigger %I', c.quoted,
                    case g.tgenabled when 'D' then 'disable' when 'R' then 'enable replica'
                         else 'enable always' end, g.tgname) end
               || coalesce(format(E';\ncomment on trigger %I on %s is ', g.tgname, c.quoted)
                    || quote_literal(obj_description(g.oid, 'pg_trigger')), ''),
             array[c.name, c.root], array[]::text[]
      from pg_trigger g
      join rel c on c.oid = g.tgrelid
      where not g.tgisinternal and g.tgparentid = 0
      """;

  private static final String POLICIES =
      """
      select 2, 'policy', c.name || '.' || p.polname, p.oid, 'pg_policy ' || p.oid,
             format('drop policy %I on %s', p.polname, c.quoted),
             format('create policy %I on %s as %s for %s to %s', p.polname, c.quoted,
               case when p.polpermissive then 'permissive' else 'restrictive' end,
               case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                    when 'd' then 'delete' else 'all' end,
               (select string_agg(case when o = 0 then 'public'
                                  else quote_ident(pg_get_userbyid(o)) end, ', ')
                from unnest(p.polroles) o))
               || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
               || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
               || coalesce(format(E';\ncomment on policy %I on %s is ', p.polname, c.quoted)
                    || quote_literal(obj_description(p.oid, 'pg_policy')), ''),
             array[c.name, c.root],
             array(select 'role ' || o from unnest(p.polroles) o where o <> 0)
      from pg_policy p
      join rel c on c.oid = p.polrelid
      """;

  /** The switches of row security; a table with row security and without policies shows no rows. */
  private static final String ROW_SECURITY =
      """
      select 3, 'policy', 'row security of ' || c.name, c.oid, 'row security ' || c.oid,
             format('alter table %s%s disable row level security', c.quoted,
               case when c.relforcerowsecurity then ' no force row level security,' else '' end),
             format('alter table %s enable row level security', c.quoted)
               || case when c.relforcerowsecurity
                  then format('; alter table %s force row level security', c.quoted) else '' end,
             array[c.name, c.root], array[]::text[]
      from rel c
      where c.relrowsecurity
      """;

  private static final String RULES =
      """
      select 2, 'rule', c.name || '.' || w.rulename, w.oid, 'pg_rewrite ' || w.oid,
             format('drop rule %I on %s', w.rulename, c.quoted),
             rtrim(pg_get_ruledef(w.oid, true), ';')
               || case when w.ev_enabled = 'O' then ''
                  else format(E';\nalter table %s %s rule %I', c.quoted,
                    case w.ev_enabled when 'D' then 'disable' when 'R' then 'enable replica'
                         else 'enable always' end, w.rulename) end
               || coalesce(format(E';\ncomment on rule %I on %s is ', w.rulename, c.quoted)
                    || quote_literal(obj_description(w.oid, 'pg_rewrite')), ''),
             array[c.name, c.root], array[]::text[]
      from pg_rewrite w
      join rel c on c.oid = w.ev_class
      where w.rulename <> '_RETURN'
      """;

  private static final String STATISTICS =
      """
      select 2, 'statistics', case when n.here then s.stxname::text
                              else n.nspname || '.' || s.stxname end,
             s.oid, 'pg_statistic_ext ' || s.oid,
             'drop statistics ' || case when n.here then quote_ident(s.stxname)
                                   else format('%I.%I', n.nspname, s.stxname) end,
             pg_get_statisticsobjdef(s.oid)
               || case when s.stxstattarget >= 0
                  then format(E';\nalter statistics %I.%I set statistics %s', n.nspname, s.stxname,
                    s.stxstattarget) else '' end
               || coalesce(format(E';\ncomment on statistics %I.%I is ', n.nspname, s.stxname)
                    || quote_literal(obj_description(s.oid, 'pg_statistic_ext')), ''),
             array[(select coalesce(c.root, c.name) from rel c where c.oid = s.stxrelid)],
             array[]::text[]
      from pg_statistic_ext s
      join ns n on n.oid = s.stxnamespace
      """;

  private static final String EXCLUSIONS =
      """
      select 2, 'exclusion', c.name || '.' || k.conname, k.oid, 'pg_constraint ' || k.oid,
             format('alter table %s drop constraint %I', c.quoted, k.conname),
             format('alter table %s add constraint %I %s', c.quoted, k.conname,
               pg_get_constraintdef(k.oid)),
             array[c.name, c.root], array[]::text[]
      from pg_constraint k
      join rel c on c.oid = k.conrelid
      where k.contype = 'x' and k.conparentid = 0
      """;

  /**
   * Creates a materialized view empty and fills it after its owner is set: {@code REFRESH} runs its
   * query with the owner's rights, {@code CREATE} with the rights of the user who creates it.
   */
  private static final String VIEWS =
      """
      select 4, replace(c.word, ' ', '-'), c.name, c.oid, 'pg_class ' || c.oid,
             format('drop %s %s', c.word, c.quoted),
             format('create %s %s', c.word, c.quoted)
               || coalesce((select format(' using %I', m.amname) from pg_am m
                            where m.oid = c.relam
                              and m.amname <> current_setting('default_table_access_method')), '')
               || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
               || coalesce((select format(' tablespace %I', s.spcname) from pg_tablespace s
                            where s.oid = c.reltablespace), '')
               || E' as\n' || rtrim(pg_get_viewdef(c.oid, true), ';')
               || case when c.relkind = 'm' then E'\nwith no data' else '' end
               || case when c.relkind = 'm' and c.relowner <> (select oid from me)
                  then format(E';\nalter materialized view %s owner to %I', c.quoted,
                    pg_get_userbyid(c.relowner)) else '' end
               || coalesce((select string_agg(E';\n' || pg_get_indexdef(i.indexrelid), ''
                                              order by i.indexrelid)
                            from pg_index i where i.indrelid = c.oid), '')
               || case when c.relkind = 'm' and c.relispopulated
                  then E';\nrefresh materialized view ' || c.quoted else '' end,
             array[]::text[],
             array[case when not c.here then 'schema ' || c.relnamespace end,
                   case when c.relkind = 'm' and c.relowner <> (select oid from me)
                        then 'role ' || c.relowner end]
      from rel c
      where c.relkind in ('v', 'm')
      """;

  private static final String FUNCTIONS =
      """
      select 5, 'function', case when n.here then f.proname::text
                            else n.nspname || '.' || f.proname end,
             f.oid, 'pg_proc ' || f.oid,
             'drop ' || signature.sql,
             rtrim(pg_get_functiondef(f.oid), E'\n')
               || coalesce(format(E';\ncomment on %s is ', signature.sql)
                    || quote_literal(obj_description(f.oid, 'pg_proc')), '')
               || case when f.proowner = (select oid from me) then ''
                  else format(E';\nalter %s owner to %I', signature.sql,
                    pg_get_userbyid(f.proowner)) end
               || ACL(f.proacl, 'f', f.proowner, signature.sql),
             array[]::text[],
             ROLES(f.proacl, f.proowner)
               || array[case when not n.here then 'schema ' || n.oid end]
      from pg_proc f
      join ns n on n.oid = f.pronamespace,
      lateral (select case when f.prokind = 'p' then 'procedure ' else 'function ' end
                      || case when n.here then quote_ident(f.proname)
                         else format('%I.%I', n.nspname, f.proname) end
                      || '(' || pg_get_function_identity_arguments(f.oid) || ')' as sql) signature
      where f.prokind in ('f', 'p', 'w')
        and not exists (select from pg_depend e where e.classid = 'pg_proc'::regclass
                        and e.objid = f.oid and e.deptype = 'e')
      """;

  /** The roles that objects name; a throwaway database may lack them. */
  private static final String OF_ROLES =
      """
      select 9, 'role', r.rolname::text, r.oid, 'role ' || r.oid, null,
             format('create role %I', r.rolname), array[]::text[], array[]::text[]
      from pg_roles r
      where r.oid >= 16384
      """;

  private static final String OF_SCHEMAS =
      """
      select 10, 'schema', n.nspname::text, n.oid, 'schema ' || n.oid, null,
             format('create schema %I', n.nspname), array[]::text[], array[]::text[]
      from ns n
      where not n.here
      """;

  private ObjectQueries() {}

  static String all() {
    List<String> queries =
        List.of(
            TRIGGERS,
            POLICIES,
            ROW_SECURITY,
            RULES,
            STATISTICS,
            EXCLUSIONS,
            VIEWS,
            FUNCTIONS,
            OF_ROLES,
            OF_SCHEMAS,
            RareObjectQueries.PUBLICATIONS,
            RareObjectQueries.TYPES,
            SettingQueries.all());
    return AclSql.expanded(WITHIN + String.join("union all\n", queries) + END);
  }
}
