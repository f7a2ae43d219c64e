package dev.autogen.dialect.postgresql;

import java.util.List;

/**
 * The queries for properties of tables, columns, indexes, sequences and views that have no name of
 * their own: owners, grants, comments, parameters. They give the statements that set each property
 * again.
 *
 * <p>Comments of tables and their columns are left out, because a model describes them; so are
 * properties that {@code CREATE TABLE} sets.
 */
final class SettingQueries {

  private static final String OWNERS =
      """
      select 0, 'setting', 'owner of ' || c.name, c.oid, 'owner ' || c.oid, null,
             format('alter %s %s owner to %I', c.word, c.quoted, pg_get_userbyid(c.relowner)),
             array[OF], array['role ' || c.relowner, 'pg_class ' || c.oid]
      from rel c
      where c.relowner <> (select oid from me) and c.relkind <> 'm' and not OWNED
      """;

  private static final String GRANTS =
      """
      select 0, 'grant', c.name || ' to ' || (
               select string_agg(distinct case x.grantee when 0 then 'public'
                                          else pg_get_userbyid(x.grantee)::text end, ', ')
               from aclexplode(c.relacl) x where x.grantee <> c.relowner),
             c.oid, 'grant ' || c.oid, null,
             substr(given.sql, 3), array[OF],
             ROLES(c.relacl, c.relowner) || array['pg_class ' || c.oid]
      from rel c,
      lateral (select case when c.relkind = 'S'
                 then ACL(c.relacl, 's', c.relowner, 'sequence ' || c.quoted)
                 else ACL(c.relacl, 'r', c.relowner, c.quoted) end as sql) given
      where given.sql <> ''
      """;

  private static final String COLUMN_GRANTS =
      """
      select 0, 'grant', c.name || '.' || a.attname || ' to ' || g.grantees, c.oid,
             'grant ' || c.oid || ' ' || a.attnum, null, g.sql,
             array[c.name || '.' || a.attname, c.root, c.root || '.' || a.attname],
             ROLES(a.attacl, c.relowner) || array['pg_class ' || c.oid]
      from rel c
      join pg_attribute a on a.attrelid = c.oid and a.attacl is not null and not a.attisdropped,
      lateral (
        select string_agg(format('grant %s on %s to %s%s', x.privileges, c.quoted, x.grantee,
                            case when x.is_grantable then ' with grant option' else '' end),
                          E';\n' order by x.grantee, x.is_grantable) as sql,
               string_agg(distinct x.grantee, ', ') as grantees
        from (select case when grantee = 0 then 'public'
                          else quote_ident(pg_get_userbyid(grantee)) end as grantee,
                     is_grantable,
                     string_agg(format('%s (%I)', lower(privilege_type), a.attname), ', '
                                order by privilege_type) as privileges
              from aclexplode(a.attacl) group by 1, 2) x) g
      where g.sql is not null
      """;

  /** The comments of views and their columns, and of relations that are no tables. */
  private static final String COMMENTS =
      """
      select 0, 'setting', 'comment of ' || c.name || coalesce('.' || a.attname, ''), c.oid,
             'comment ' || c.oid || ' ' || d.objsubid, null,
             case when a.attname is null
               then format('comment on %s %s is %L', c.word, c.quoted, d.description)
               else format('comment on column %s.%I is %L', c.quoted, a.attname, d.description)
             end,
             array[OF], array['pg_class ' || c.oid]
      from pg_description d
      join rel c on c.oid = d.objoid
      left join pg_attribute a on a.attrelid = c.oid and d.objsubid > 0 and a.attnum = d.objsubid
      where d.classoid = 'pg_class'::regclass
        and (c.relkind in ('v', 'm', 'S') or c.relispartition)
      """;

  private static final String INDEX_SETTINGS =
      """
      select 0, 'setting', s.what || ' index ' || x.relname, x.oid, s.what || ' ' || x.oid, null,
             s.sql, array[case when c.relkind = 'm' or c.relispartition then null
                          else 'index ' || case when c.here then '' else c.nspname || '.' end
                               || x.relname end, OF,
                          'constraint ' || c.name || '.' || x.relname],
             array['pg_class ' || c.oid]
      from pg_index i
      join rel c on c.oid = i.indrelid
      join pg_class x on x.oid = i.indexrelid,
      lateral (select case when c.here then quote_ident(x.relname)
                      else format('%I.%I', c.nspname, x.relname) end as quoted) q,
      lateral (
        select 'comment of', format('comment on index %s is ', q.quoted)
                              || quote_literal(obj_description(x.oid, 'pg_class'))
        union all
        select 'clustering by',
               case when i.indisclustered
                    then format('alter %s %s cluster on %I', c.word, c.quoted, x.relname) end
        union all
        select 'replica identity by',
               case when i.indisreplident
                    then format('alter table %s replica identity using index %I', c.quoted,
                                x.relname) end
        union all
        select 'tablespace of',
               (select format('alter index %s set tablespace %I', q.quoted, t.spcname)
                from pg_tablespace t
                where t.oid = x.reltablespace
                  and (c.relkind = 'm' or c.relispartition or exists (
                         select from pg_constraint k where k.conrelid = c.oid and k.conindid = x.oid)))
        union all
        select 'parameters of',
               case when exists (select from pg_constraint k where k.conrelid = c.oid and k.conindid = x.oid)
                    then format('alter index %s set (', q.quoted)
                           || array_to_string(x.reloptions, ', ') || ')' end
        union all
        select 'statistics target of',
               (select string_agg(format('alter index %s alter column %s set statistics %s',
                                         q.quoted, a.attnum, a.attstattarget), E';\n'
                                  order by a.attnum)
                from pg_attribute a where a.attrelid = x.oid and a.attstattarget >= 0)
      ) s (what, sql)
      where s.sql is not null
      """;

  private static final String CONSTRAINT_COMMENTS =
      """
      select 0, 'setting', 'comment of constraint ' || c.name || '.' || k.conname, k.oid,
             'comment of constraint ' || k.oid, null,
             format('comment on constraint %I on %s is %L', k.conname, c.quoted, d.description),
             array['constraint ' || c.name || '.' || k.conname, OF], array['pg_constraint ' || k.oid]
      from pg_description d
      join pg_constraint k on k.oid = d.objoid
      join rel c on c.oid = k.conrelid
      where d.classoid = 'pg_constraint'::regclass
      """;

  private static final String TYPES =
      """
      select 0, 'setting', 'what is set of type ' || t.typname, t.oid, 'setting ' || t.oid, null,
             substr(s.sql, 3),
             array['type ' || case when n.here then '' else n.nspname || '.' end || t.typname],
             ROLES(t.typacl, t.typowner)
      from pg_type t
      join ns n on n.oid = t.typnamespace,
      lateral (select case when n.here then quote_ident(t.typname)
                      else format('%I.%I', n.nspname, t.typname) end as quoted) q,
      lateral (
        select case when t.typowner = (select oid from me) then ''
                    else format(E';\nalter type %s owner to %I', q.quoted,
                                pg_get_userbyid(t.typowner)) end
               || coalesce(format(E';\ncomment on type %s is ', q.quoted)
                           || quote_literal(obj_description(t.oid, 'pg_type')), '')
               || ACL(t.typacl, 'T', t.typowner, 'type ' || q.quoted) as sql) s
      where t.typtype = 'e' and s.sql <> ''
      """;

  private static final String COLUMNS =
      """
      select 0, 'setting', 'storage and statistics of ' || c.name || '.' || a.attname, c.oid,
             'column ' || c.oid || ' ' || a.attnum, null,
             format('alter %s %s ', c.word, c.quoted) || s.sql,
             array[c.name || '.' || a.attname, 'type of ' || c.name || '.' || a.attname, c.root,
                   c.root || '.' || a.attname, 'type of ' || c.root || '.' || a.attname],
             array['pg_class ' || c.oid]
      from rel c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid,
      lateral (
        select concat_ws(', ',
          case when a.attstattarget >= 0
               then format('alter column %I set statistics %s', a.attname, a.attstattarget) end,
          case when a.attoptions is not null
               then format('alter column %I set (%s)', a.attname,
                           array_to_string(a.attoptions, ', ')) end,
          case when a.attstorage <> t.typstorage
               then format('alter column %I set storage %s', a.attname,
                 case a.attstorage when 'p' then 'plain' when 'e' then 'external'
                      when 'm' then 'main' else 'extended' end) end,
          case when a.attcompression <> ''
               then format('alter column %I set compression %s', a.attname,
                 case a.attcompression when 'l' then 'lz4' else 'pglz' end) end) as sql) s
      where c.relkind in ('r', 'p', 'm') and s.sql <> ''
      """;

  private static final String VIEW_DEFAULTS =
      """
      select 0, 'setting', 'default of ' || c.name || '.' || a.attname, c.oid,
             'default ' || c.oid || ' ' || a.attnum, null,
             format('alter view %s alter column %I set default %s', c.quoted, a.attname,
                    pg_get_expr(f.adbin, f.adrelid)),
             array[OF], array['pg_class ' || c.oid]
      from rel c
      join pg_attribute a on a.attrelid = c.oid
      join pg_attrdef f on f.adrelid = c.oid and f.adnum = a.attnum
      where c.relkind = 'v'
      """;

  private static final String REPLICA_IDENTITY =
      """
      select 0, 'setting', 'replica identity of ' || c.name, c.oid, 'replica identity ' || c.oid,
             null, format('alter table %s replica identity %s', c.quoted,
               case c.relreplident when 'f' then 'full' else 'nothing' end),
             array[OF], array['pg_class ' || c.oid]
      from rel c
      where c.relkind in ('r', 'p') and c.relreplident in ('f', 'n')
      """;

  private SettingQueries() {}

  static String all() {
    return String.join(
            "union all\n",
            List.of(
                OWNERS,
                GRANTS,
                COLUMN_GRANTS,
                COMMENTS,
                INDEX_SETTINGS,
                CONSTRAINT_COMMENTS,
                TYPES,
                COLUMNS,
                VIEW_DEFAULTS,
                REPLICA_IDENTITY,
                PartitionQuery.SQL,
                PartitionQuery.MEMBERS))
        .replace(
            "OWNED",
            "exists (select from pg_depend o where o.classid = 'pg_class'::regclass"
                + " and o.objid = c.oid and c.relkind = 'S' and o.deptype in ('a', 'i'))")
        .replaceAll(
            "\\bOF\\b",
            "case when c.relkind = 'S' then 'sequence ' || c.name else c.name end, c.root");
  }
}
