package dev.autogen.dialect.postgresql;

/**
 * Finds expressions that would run code other than the server's own when they are planned, or even
 * when they are only parsed.
 *
 * <p>Only a superuser can create functions in C, and those of extensions that everybody may create
 * are in C as well. Functions in any other language may be anybody's. They are also called for
 * operators, for casts and for the checks of domains. Names are compared generously: a word of the
 * expression that is also the name of such a function is enough, whatever it means there. Only
 * ASCII letters count as parts of words, because the folding of others depends on the database.
 */
final class ForeignCode {

  /** The condition for functions that are not the server's own. */
  static final String ANY =
      """
      select p.oid, p.proname
      from pg_proc p
      join pg_language l on l.oid = p.prolang
      where l.lanname not in ('internal', 'c') and p.pronamespace <> 'pg_catalog'::regnamespace
        and p.pronamespace <> 'information_schema'::regnamespace
      """;

  /**
   * A number for each of the array {@code expressions}, in their order: 0 where no such code is
   * involved; 1 where it would run when the expression is planned; 2 where it would run when it is
   * parsed, as the input functions of types do.
   *
   * <p>Operators that expressions use without naming them ({@code IN}, {@code LIKE}, {@code
   * BETWEEN}) concern all expressions.
   */
  static final String SQL =
      """
      with recursive code as materialized (
      """
          + ANY
          + """
      ),
      operators as materialized (
        select o.oid, o.oprname from pg_operator o where o.oprcode in (select oid from code)),
      types (oid) as (
        select k.contypid
        from pg_constraint k
        join pg_depend d on d.classid = 'pg_constraint'::regclass and d.objid = k.oid
        where k.contypid <> 0
          and (d.refclassid = 'pg_proc'::regclass and d.refobjid in (select oid from code)
               or d.refclassid = 'pg_operator'::regclass
                  and d.refobjid in (select oid from operators))
        union
        select s.oid
        from pg_cast c
        join pg_type s on s.oid in (c.castsource, c.casttarget)
        where c.castfunc in (select oid from code)
          and s.typnamespace <> 'pg_catalog'::regnamespace
        union
        select made.oid
        from types y
        join (
          select typelem, oid from pg_type where typelem <> 0
          union all
          select typbasetype, oid from pg_type where typbasetype <> 0
          union all
          select a.atttypid, c.reltype from pg_attribute a join pg_class c on c.oid = a.attrelid
          where a.attnum > 0 and c.reltype <> 0
          union all
          select rngsubtype, rngtypid from pg_range
          union all
          select rngtypid, rngmultitypid from pg_range) as made (of, oid) on made.of = y.oid),
      names as (
        select substring(n.name from '[a-z0-9_$]+') as word, max(n.way) as way
        from (
          select translate(proname, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), 1
          from code
          union
          select translate(t.typname, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), 2
          from pg_type t
          where t.oid in (select oid from types)) as n (name, way)
        group by 1),
      asked as (
        select e.number,
               translate(e.sql, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') as sql
        from unnest(expressions) with ordinality as e (sql, number))
      select array_agg(
               coalesce(greatest(
                 (select max(n.way)
                  from regexp_split_to_table(a.sql, '[^a-z0-9_$]+') as w (word)
                  join names n on n.word = w.word),
                 (select max(n.way) from names n
                  where n.word is null and a.sql ~ '["]|[^\\x01-\\x7f]'),
                 (select max(n.way) from names n where a.sql ~ 'u&"'),
                 (select 1 from operators o
                  where position(o.oprname in a.sql) > 0
                     or o.oprname in ('=', '<>', '<', '>', '<=', '>=', '~~', '!~~', '~~*', '!~~*',
                                      '~', '!~')
                  limit 1)), 0)
               order by a.number)
      from asked a
      """;

  private ForeignCode() {}
}
