package dev.autogen.objects;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the catalog of a database says of its objects, a line each and without numbers of
 * its own: what {@code pg_dump} would print, read by other queries than those of the inspector.
 */
final class CatalogReading {

  private static final String SQL =
      """
      with ns as (select oid from pg_namespace
                  where nspname !~ '^pg_' and nspname <> 'information_schema')
      select format('relation %s %s persistence %s options %s tablespace %s owner %s acl %s replica %s'
               || ' security %s %s populated %s bound %s key %s am %s parents %s toast %s comment %s',
               c.relkind, c.oid::regclass, c.relpersistence, c.reloptions, c.reltablespace,
               pg_get_userbyid(c.relowner),
               (select array_agg(x::text order by x::text) from unnest(c.relacl) x),
               c.relreplident, c.relrowsecurity, c.relforcerowsecurity, c.relispopulated,
               pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid), c.relam,
               array(select h.inhparent::regclass::text from pg_inherits h
                     where h.inhrelid = c.oid order by 1),
               (select t.reloptions from pg_class t where t.oid = c.reltoastrelid),
               obj_description(c.oid, 'pg_class'))
      from pg_class c where c.relnamespace in (select oid from ns)
      union all
      select format('column %s.%s type %s notnull %s identity %s generated %s default %s target %s'
               || ' options %s storage %s compression %s acl %s collation %s comment %s',
               c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               a.attidentity, a.attgenerated, pg_get_expr(f.adbin, f.adrelid),
               nullif(a.attstattarget, -1), a.attoptions, a.attstorage, a.attcompression,
               (select array_agg(x::text order by x::text) from unnest(a.attacl) x), a.attcollation,
               col_description(c.oid, a.attnum))
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum
      where c.relnamespace in (select oid from ns) and a.attnum > 0 and not a.attisdropped
      union all
      select format('constraint %s %s %s valid %s comment %s', k.conrelid::regclass, k.conname,
               pg_get_constraintdef(k.oid), k.convalidated, obj_description(k.oid, 'pg_constraint'))
      from pg_constraint k where k.connamespace in (select oid from ns) and k.contype <> 'n'
      union all
      select format('index %s clustered %s identity %s valid %s', pg_get_indexdef(i.indexrelid),
               i.indisclustered, i.indisreplident, i.indisvalid)
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace in (select oid from ns)
      union all
      select format('rule %s %s', pg_get_ruledef(w.oid), w.ev_enabled)
             || coalesce(obj_description(w.oid, 'pg_rewrite'), '')
      from pg_rewrite w join pg_class c on c.oid = w.ev_class
      where c.relnamespace in (select oid from ns)
      union all
      select format('trigger %s %s %s', pg_get_triggerdef(g.oid), g.tgenabled,
               obj_description(g.oid, 'pg_trigger'))
      from pg_trigger g where not g.tgisinternal
      union all
      select format('policy %s %s %s %s %s %s %s %s', p.polrelid::regclass, p.polname, p.polcmd,
               p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid),
               pg_get_expr(p.polwithcheck, p.polrelid), obj_description(p.oid, 'pg_policy'))
      from pg_policy p
      union all
      select format('statistics %s %s %s', pg_get_statisticsobjdef(s.oid),
               nullif(s.stxstattarget, -1), obj_description(s.oid, 'pg_statistic_ext'))
      from pg_statistic_ext s
      union all
      select format('function %s owner %s acl %s comment %s', pg_get_functiondef(p.oid),
               pg_get_userbyid(p.proowner),
               (select array_agg(x::text order by x::text) from unnest(p.proacl) x),
               obj_description(p.oid, 'pg_proc'))
      from pg_proc p where p.pronamespace in (select oid from ns)
        and p.prokind in ('f', 'p') and not exists (
          select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
      union all
      select format('sequence %s %s %s %s %s %s %s', s.seqrelid::regclass, s.seqtypid::regtype,
               s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle)
      from pg_sequence s
      union all
      select format('type %s %s owner %s acl %s comment %s', t.oid::regtype,
               array(select v.enumlabel::text from pg_enum v where v.enumtypid = t.oid
                     order by v.enumsortorder), pg_get_userbyid(t.typowner), t.typacl,
               obj_description(t.oid, 'pg_type'))
      from pg_type t where t.typtype = 'e'
      union all
      select format('published %s by %s', r.prrelid::regclass, p.pubname)
      from pg_publication_rel r join pg_publication p on p.oid = r.prpubid
      order by 1
      """;

  private CatalogReading() {}

  /** The lines, sorted. */
  static List<String> of(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }
}
