package dev.autogen.dialect.postgresql;

/**
 * The query for the dependencies between objects, from {@code pg_depend} (PostgreSQL manual,
 * 53.18): normal dependencies block a change, automatic ones follow it. A view is found by its
 * rewrite rule; what depends on a partition counts as depending on its table.
 */
final class DependencyQuery {

  /** {@code 16384} is {@code FirstNormalObjectId}: objects below it came with the database. */
  static final String SQL =
      """
      select distinct d.deptype::text as deptype,
             case when w.rulename = '_RETURN' then 'pg_class ' || w.ev_class
                  when d.classid = 'pg_class'::regclass
                  then 'column ' || d.objid || ' ' || d.objsubid
                  else d.classid::regclass || ' ' || d.objid end as dependent,
             case when d.refclassid in ('pg_proc'::regclass, 'pg_class'::regclass)
                  then d.refclassid::regclass || ' ' || d.refobjid
                  when coalesce(e.typrelid, t.typrelid, 0) <> 0
                  then 'pg_class ' || coalesce(nullif(e.typrelid, 0), t.typrelid) end as needed,
             case when c.oid is not null
                  then case when cn.nspname = current_setting('autogen.schema') then '' else cn.nspname || '.' end
                       || c.relname || coalesce('.' || coalesce(a.attname, ra.attname), '')
                  when k.oid is not null
                  then 'constraint '
                       || case when kn.nspname = current_setting('autogen.schema') then ''
                          else kn.nspname || '.' end || kc.relname || '.' || k.conname
                  when t.oid is not null
                  then 'type ' || case when tn.nspname = current_setting('autogen.schema') then ''
                                  else tn.nspname || '.' end || coalesce(e.typname, t.typname)
             end as uses
      from pg_depend d
      left join pg_rewrite w on d.classid = 'pg_rewrite'::regclass and w.oid = d.objid
      left join pg_class p on d.refclassid = 'pg_class'::regclass and p.oid = d.refobjid
      left join pg_attribute a on d.refobjsubid > 0 and a.attrelid = p.oid and a.attnum = d.refobjsubid
      left join pg_constraint k on d.refclassid = 'pg_constraint'::regclass and k.oid = d.refobjid
      left join pg_class kc on kc.oid = k.conrelid
      left join pg_namespace kn on kn.oid = kc.relnamespace
      left join pg_type t on d.refclassid = 'pg_type'::regclass and t.oid = d.refobjid
      left join pg_type e on e.oid = t.typelem and e.typarray = t.oid
      left join pg_attribute ra
        on d.classid = 'pg_class'::regclass and ra.attrelid = coalesce(e.typrelid, t.typrelid)
          and ra.attnum > 0 and not ra.attisdropped
      left join lateral (
        values (coalesce(p.oid, ra.attrelid)),
               (case when p.relispartition then pg_partition_root(p.oid)::oid end)) r (oid)
        on r.oid is not null
      left join pg_class c on c.oid = r.oid
      left join pg_namespace cn on cn.oid = c.relnamespace
      left join pg_namespace tn on tn.oid = t.typnamespace
      where d.objid >= 16384 and d.deptype in ('n', 'a')
        and (d.classid in ('pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass,
                           'pg_statistic_ext'::regclass, 'pg_rewrite'::regclass,
                           'pg_publication_rel'::regclass)
             or (d.classid in ('pg_type'::regclass, 'pg_class'::regclass)
                 and d.refclassid = 'pg_type'::regclass)
             or (d.classid = 'pg_constraint'::regclass
                 and exists (select from pg_constraint x
                             where x.oid = d.objid and x.contype = 'x')))
        and d.refclassid in ('pg_class'::regclass, 'pg_constraint'::regclass, 'pg_type'::regclass,
                             'pg_proc'::regclass)
      """;

  private DependencyQuery() {}
}
