package dev.autogen.dialect.postgresql;

import java.util.List;

/**
 * The queries of {@code pg_catalog} (PostgreSQL manual, chapter 53 System Catalogs), one for each
 * kind of object, whatever the number of objects. Their parameter is the array of schemas in scope
 * besides the default one.
 *
 * <p>Functions that print expressions are called only for rows that have an expression, because
 * these calls cost the most time.
 */
final class CatalogQueries {

  private static final String IN_SCOPE =
      "(n.nspname = any (?) or n.nspname = current_setting('autogen.schema'))";

  private static final String NAMESPACES =
      """
      select n.nspname, n.nspname = current_setting('autogen.schema') as is_default
      from pg_namespace n
      where %s
      order by n.nspname
      """;

  private static final String RELATIONS =
      """
      select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relispartition,
             e.extname,
             case when c.relispartition
                  then (select p.inhparent::regclass::text from pg_inherits p
                        where p.inhrelid = c.oid) end as parent,
             case when c.relkind = 'p'
                  then array(select a.attname::text
                             from pg_partition_tree(c.oid) t
                             join pg_partitioned_table p on p.partrelid = t.relid
                             join pg_attribute a
                               on a.attrelid = p.partrelid and a.attnum = any (p.partattrs)
                             group by a.attname
                             order by min(t.level), min(a.attnum)) end as partitioned_by,
             case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_by,
             case when c.reloptions is not null or k.reloptions is not null
                  then c.reloptions || array(
                    select 'toast.' || o from unnest(k.reloptions) o) end as parameters,
             case when c.reltablespace <> 0 then (
               select s.spcname from pg_tablespace s where s.oid = c.reltablespace) end as spcname,
             case when not c.relispartition and h.inhrelid is not null then array(
               select v.name
               from pg_inherits i
               join pg_class pc on pc.oid = i.inhparent
               join pg_namespace pn on pn.oid = pc.relnamespace,
               unnest(array[pn.nspname::text, pc.relname::text]) with ordinality v (name, place)
               where i.inhrelid = c.oid order by i.inhseqno, v.place) end as inherits
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_class k on k.oid = c.reltoastrelid and k.reloptions is not null
      left join pg_inherits h on h.inhrelid = c.oid and h.inhseqno = 1
      left join pg_depend x
        on x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e'
      left join pg_extension e on e.oid = x.refobjid
      where %s and c.relkind in ('r', 'p', 'v', 'm', 'f')
      """;

  private static final String COLUMNS =
      """
      select a.attrelid, a.attnum, a.attname, a.attnotnull, a.attidentity, a.attgenerated,
             format_type(a.atttypid, a.atttypmod) as type,
             case when tn.nspname <> 'pg_catalog'
                  then coalesce(b.typname, t.typname) end as typname,
             case when tn.nspname <> 'pg_catalog'
                   and tn.nspname is distinct from current_setting('autogen.schema')
                  then tn.nspname end as typschema,
             b.oid is not null as is_array,
             case when a.atthasdef then (
               select pg_get_expr(f.adbin, f.adrelid) from pg_attrdef f
               where f.adrelid = a.attrelid and f.adnum = a.attnum) end as expression,
             a.attcollation,
             case when a.attcollation <> t.typcollation then (
               select case when pg_collation_is_visible(o.oid) then o.collname::text
                      else o.collnamespace::regnamespace || '.' || o.collname end
               from pg_collation o where o.oid = a.attcollation) end as collname
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_type b on b.oid = t.typelem and b.typarray = t.oid
      join pg_namespace tn on tn.oid = coalesce(b.typnamespace, t.typnamespace)
      where %s and c.relkind in ('r', 'p') and not c.relispartition
      """;

  private static final String COMMENTS =
      """
      select d.objoid, d.objsubid, d.description
      from pg_description d
      join pg_class c on c.oid = d.objoid
      join pg_namespace n on n.oid = c.relnamespace
      where %s and d.classoid = 'pg_class'::regclass
        and c.relkind in ('r', 'p') and not c.relispartition
      """;

  /** Leaves out child rows: a foreign key to a partitioned table has one more row per partition. */
  private static final String CONSTRAINTS =
      """
      select k.conrelid, k.conname, k.contype, k.conkey, k.condeferrable, k.condeferred,
             k.confupdtype, k.confdeltype, k.confrelid, k.confkey,
             rn.nspname as refschema, rc.relname as refname,
             case when rn.oid <> n.oid or rc.relispartition then array(
               select ra.attname::text from unnest(k.confkey) with ordinality as r (num, ord)
               join pg_attribute ra on ra.attrelid = k.confrelid and ra.attnum = r.num
               order by r.ord) end as refcolumns,
             case when k.contype = 'c' then pg_get_expr(k.conbin, k.conrelid) end as expression,
             k.convalidated, k.connoinherit, k.confmatchtype,
             case when k.contype = 'f' then (
               select x.relname from pg_class x where x.oid = k.conindid) end as rests_on,
             case when i.indnatts > i.indnkeyatts then i.indkey end as indkey, i.indnkeyatts,
             %s as nulls_not_distinct, %s as confdelsetcols, %s as conperiod, %s as conenforced
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_class rc on rc.oid = k.confrelid
      left join pg_namespace rn on rn.oid = rc.relnamespace
      left join pg_index i on k.contype in ('p', 'u') and i.indexrelid = k.conindid
      where %s and c.relkind in ('r', 'p') and not c.relispartition
        and k.contype in ('p', 'u', 'f', 'c', 'x')
        and not (k.contype = 'f' and k.conparentid <> 0)
      """;

  private static final String INDEXES =
      """
      select i.indrelid, ic.relname, i.indisunique, i.indisvalid, i.indnkeyatts, am.amname,
             i.indkey, i.indoption, i.indclass, i.indcollation,
             %s as nulls_not_distinct,
             pg_get_expr(i.indpred, i.indrelid) as predicate, ic.reloptions,
             case when ic.reltablespace <> 0 then (
               select s.spcname from pg_tablespace s where s.oid = ic.reltablespace) end as spcname,
             case when i.indexprs is not null then array(
               select case when i.indkey[p] = 0 then pg_get_indexdef(i.indexrelid, p + 1, false) end
               from generate_series(0, i.indnkeyatts - 1) p order by p) end as expressions,
             case when i.indexprs is not null then pg_get_indexdef(i.indexrelid) end as definition,
             case when am.amname <> 'btree' then array(
               select array_to_string(a.attoptions, ', ') from pg_attribute a
               where a.attrelid = ic.oid and a.attnum <= i.indnkeyatts
               order by a.attnum) end as options
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_class ic on ic.oid = i.indexrelid
      join pg_am am on am.oid = ic.relam
      where %s and c.relkind in ('r', 'p') and not c.relispartition
        and not exists (
          select from pg_constraint k
          where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
      """;

  private static final String OPERATOR_CLASSES =
      """
      select o.oid, o.opcdefault,
             case when pg_opclass_is_visible(o.oid) then quote_ident(o.opcname)
                  else format('%I.%I', n.nspname, o.opcname) end as opcname
      from pg_opclass o
      join pg_namespace n on n.oid = o.opcnamespace
      """;

  private static final String COLLATIONS =
      """
      select o.oid,
             case when pg_collation_is_visible(o.oid) then o.collname::text
                  else o.collnamespace::regnamespace || '.' || o.collname end as collname
      from pg_collation o
      where o.oid in (
        select unnest(i.indcollation)
        from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
        where %s)
      """;

  private static final String SEQUENCES =
      """
      select n.nspname, c.relname, s.seqstart, s.seqincrement, s.seqcache,
             s.seqmin, s.seqmax, s.seqcycle, format_type(s.seqtypid, null) as seqtype,
             d.deptype, d.refobjid, d.refobjsubid,
             tn.nspname as ownerschema, tc.relname as ownertable, ta.attname as ownercolumn, e.extname, c.relpersistence,
             coalesce(drawn.columns, '{}') as drawnby
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_sequence s on s.seqrelid = c.oid
      left join pg_depend d
        on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
          and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
          and d.deptype in ('a', 'i')
      left join pg_class tc on tc.oid = d.refobjid
      left join pg_namespace tn on tn.oid = tc.relnamespace
      left join pg_attribute ta on ta.attrelid = d.refobjid and ta.attnum = d.refobjsubid
      left join pg_depend x
        on x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e'
      left join pg_extension e on e.oid = x.refobjid
      left join (
        select fd.refobjid as sequence, array_agg(part.name order by f.oid, part.at) as columns
        from pg_depend fd
        join pg_class fs on fs.oid = fd.refobjid and fs.relkind = 'S'
        join pg_attrdef f on f.oid = fd.objid
        join pg_class fc on fc.oid = f.adrelid
        join pg_namespace fn on fn.oid = fc.relnamespace
        join pg_attribute fa on fa.attrelid = f.adrelid and fa.attnum = f.adnum
        cross join lateral (
          values (1, fn.nspname::text), (2, fc.relname::text), (3, fa.attname::text))
          as part (at, name)
        where fd.refclassid = 'pg_class'::regclass and fd.classid = 'pg_attrdef'::regclass
        group by fd.refobjid) as drawn on drawn.sequence = c.oid
      where %s and c.relkind = 'S'
      """;

  private static final String ENUMS =
      """
      select n.nspname, t.typname, e.extname,
             array(select v.enumlabel::text from pg_enum v where v.enumtypid = t.oid
                   order by v.enumsortorder) as labels,
             exists (
               select from pg_cast k
               where k.casttarget = t.oid and k.castsource = 'varchar'::regtype
                 and k.castmethod = 'i' and k.castcontext = 'i') as stringcasts
      from pg_type t
      join pg_namespace n on n.oid = t.typnamespace
      left join pg_depend x
        on x.classid = 'pg_type'::regclass and x.objid = t.oid and x.deptype = 'e'
      left join pg_extension e on e.oid = x.refobjid
      where %s and t.typtype = 'e'
      """;

  private static final String COMPOSITES =
      """
      select n.nspname, t.typname, e.extname, a.attname, format_type(a.atttypid, a.atttypmod) as type,
             case when tn.nspname <> 'pg_catalog'
                  then coalesce(b.typname, y.typname) end as attribute_typname,
             case when tn.nspname <> 'pg_catalog'
                   and tn.nspname is distinct from current_setting('autogen.schema')
                  then tn.nspname end as typschema,
             b.oid is not null as is_array,
             case when a.attcollation <> y.typcollation then (
               select case when pg_collation_is_visible(o.oid) then o.collname::text
                      else o.collnamespace::regnamespace || '.' || o.collname end
               from pg_collation o where o.oid = a.attcollation) end as collname,
             obj_description(t.oid, 'pg_type') as comment,
             col_description(c.oid, a.attnum) as attribute_comment
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = c.reltype
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_type y on y.oid = a.atttypid
      left join pg_type b on b.oid = y.typelem and b.typarray = y.oid
      left join pg_namespace tn on tn.oid = coalesce(b.typnamespace, y.typnamespace)
      left join pg_depend x
        on x.classid = 'pg_type'::regclass and x.objid = t.oid and x.deptype = 'e'
      left join pg_extension e on e.oid = x.refobjid
      where %s and c.relkind = 'c'
      order by c.oid, a.attnum
      """;

  /** Leaves out the types of arrays and of the rows of tables. */
  private static final String TYPES_IN_PATH =
      """
      select t.typname, n.nspname
      from pg_type t
      join pg_namespace n on n.oid = t.typnamespace
      where n.nspname <> 'pg_catalog' and n.nspname is distinct from current_setting('autogen.schema')
        and n.nspname = any (current_schemas(false))
        and not exists (select from pg_type e where e.typarray = t.oid)
        and (t.typrelid = 0
             or exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
        and pg_type_is_visible(t.oid)
      """;

  private CatalogQueries() {}

  /** The queries in the order in which {@link CatalogReader} takes the answers. */
  static List<String> all(int serverVersion) {
    String nullsNotDistinct = serverVersion >= 15 ? "i.indnullsnotdistinct" : "false";
    return List.of(
        NAMESPACES.formatted(IN_SCOPE),
        COMMENTS.formatted(IN_SCOPE),
        RELATIONS.formatted(IN_SCOPE),
        SEQUENCES.formatted(IN_SCOPE),
        COLUMNS.formatted(IN_SCOPE),
        CONSTRAINTS.formatted(
            nullsNotDistinct,
            serverVersion >= 15 ? "k.confdelsetcols" : "null",
            serverVersion >= 18 ? "k.conperiod" : "false",
            serverVersion >= 18 ? "k.conenforced" : "true",
            IN_SCOPE),
        OPERATOR_CLASSES,
        COLLATIONS.formatted(IN_SCOPE),
        INDEXES.formatted(nullsNotDistinct, IN_SCOPE),
        ENUMS.formatted(IN_SCOPE),
        COMPOSITES.formatted(IN_SCOPE),
        TYPES_IN_PATH);
  }
}
