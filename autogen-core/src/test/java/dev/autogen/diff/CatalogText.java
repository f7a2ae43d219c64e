package dev.autogen.diff;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pg_catalog} says of schemas, in PostgreSQL's own words and a line for each thing: a
 * second opinion that shares nothing with the inspector.
 *
 * <p>The order of columns is left out, which no statement can change, and the names of sequences
 * that a column creates along with itself.
 */
record CatalogText(List<Line> lines) {

  /**
   * One thing of the catalog.
   *
   * @param kind what it is, such as {@code index}
   * @param owner the table, or blank
   * @param name its name
   * @param text all that is to be said of it but its name
   */
  record Line(String kind, String owner, String name, String text) {

    @Override
    public String toString() {
      return String.join(" ", kind, owner, name, text);
    }

    /** The same line without the name, which the database chose. */
    private Line unnamed() {
      return new Line(kind, owner, "?", text);
    }
  }

  private static final Set<String> CAN_BE_UNNAMED = Set.of("constraint", "index");

  /** In {@code QUERY}, the schemas of an object with a namespace {@code n}. */
  private static final String SCOPE = "n.nspname = any (?)";

  private static final String QUERY =
      """
      select 'schema', '', n.nspname::text, '' from pg_namespace n where SCOPE
      union all
      select 'relation', '', concat(nullif(n.nspname, 'public') || '.', c.relname),
             concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.reloptions::text,
                       obj_description(c.oid, 'pg_class'),
                       case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where SCOPE and c.relkind not in ('i', 'I', 'S', 't', 'c')
      union all
      select 'column', concat(nullif(n.nspname, 'public') || '.', c.relname), a.attname::text,
             concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                       case when a.attnotnull then 'not null' end,
                       case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
                       case when a.attgenerated <> '' then 'generated ' || a.attgenerated::text end,
                       case when a.attcollation <> t.typcollation
                            then 'collate ' || a.attcollation::regcollation::text end,
                       case when d.oid is not null then 'default '
                            || case when s.objid is null then pg_get_expr(d.adbin, d.adrelid)
                                    else 'its own sequence' end end,
                       'comment ' || quote_literal(col_description(a.attrelid, a.attnum)))
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      left join pg_depend s on s.classid = 'pg_attrdef'::regclass and s.objid = d.oid
        and s.refclassid = 'pg_class'::regclass and s.refobjsubid = 0
        and exists (select from pg_depend o
                    where o.classid = 'pg_class'::regclass and o.objid = s.refobjid
                      and o.deptype = 'a' and o.refobjid = a.attrelid
                      and o.refobjsubid = a.attnum)
      where SCOPE and c.relkind in ('r', 'p', 'f', 'v') and a.attnum > 0 and not a.attisdropped
      union all
      select 'constraint', concat(nullif(n.nspname, 'public') || '.', c.relname), k.conname::text,
             pg_get_constraintdef(k.oid)
             || coalesce(' comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')), '')
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      where SCOPE and k.contype <> 'n' and k.contype <> 't'
      union all
      select 'index', concat(nullif(n.nspname, 'public') || '.', r.relname), c.relname::text,
             concat_ws(' ', replace(pg_get_indexdef(i.indexrelid),
                                    ' ' || quote_ident(c.relname) || ' ON ', ' ON '),
                       case when not i.indisvalid then 'invalid' end,
                       case when i.indisreplident then 'replica identity' end)
      from pg_index i
      join pg_class c on c.oid = i.indexrelid
      join pg_class r on r.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      where SCOPE and not exists (select from pg_constraint k
                                  where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))
      union all
      select 'sequence', coalesce(d.refobjid::regclass::text || ' ' || quote_ident(a.attname), ''),
             case when d.objid is null or (d.deptype = 'a' and not exists (
               select from pg_depend u where u.refobjid = c.oid and u.refclassid = d.classid
                 and u.classid = 'pg_attrdef'::regclass)) then c.oid::regclass::text else '' end,
             concat_ws(' ', format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin,
                       s.seqmax, s.seqcache, s.seqcycle, c.relpersistence)
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_sequence s on s.seqrelid = c.oid
      left join pg_depend d
        on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
          and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
          and d.deptype in ('a', 'i')
      left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where SCOPE
      union all
      select 'type', '', t.oid::regtype::text,
             concat_ws(' ', t.typtype, t.typnotnull, t.typdefault,
                       case when t.typbasetype <> 0
                            then format_type(t.typbasetype, t.typtypmod) end,
                       array(select v.enumlabel::text from pg_enum v where v.enumtypid = t.oid
                             order by v.enumsortorder)::text,
                       array(select pg_get_constraintdef(k.oid) from pg_constraint k
                             where k.contypid = t.oid order by 1)::text)
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where SCOPE and t.typtype in ('d', 'e', 'r')
      union all
      select 'trigger', concat(nullif(n.nspname, 'public') || '.', c.relname), g.tgname::text, pg_get_triggerdef(g.oid)
      from pg_trigger g
      join pg_class c on c.oid = g.tgrelid
      join pg_namespace n on n.oid = c.relnamespace
      where SCOPE and not g.tgisinternal
      union all
      select 'policy', concat(nullif(n.nspname, 'public') || '.', c.relname), p.polname::text,
             concat_ws(' ', p.polcmd, pg_get_expr(p.polqual, p.polrelid))
      from pg_policy p
      join pg_class c on c.oid = p.polrelid
      join pg_namespace n on n.oid = c.relnamespace
      where SCOPE
      union all
      select 'function', '', p.oid::regprocedure::text, md5(p.prosrc)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where SCOPE
      """
          .replace("SCOPE", SCOPE);

  /** The catalog as a transaction sees it. */
  static CatalogText of(Connection connection, Collection<String> schemas) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      Array names = connection.createArrayOf("text", schemas.toArray());
      int parameters = QUERY.split("\\?", -1).length - 1;
      for (int i = 1; i <= parameters; i++) {
        statement.setArray(i, names);
      }
      List<Line> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new Line(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
      return new CatalogText(lines);
    }
  }

  /**
   * The same without what is a state of the database rather than a part of its schema, and in one
   * spelling of what means the same.
   */
  CatalogText open() {
    return new CatalogText(
        lines.stream()
            .map(line -> new Line(line.kind(), line.owner(), line.name(), open(line.text())))
            .toList());
  }

  private static String open(String text) {
    return text.replace(" NOT VALID", "")
        .replaceFirst("^(FOREIGN KEY \\([^,]*\\) REFERENCES .*) MATCH FULL", "$1");
  }

  /**
   * How another catalog differs, a line for each thing.
   *
   * @param names tables, each with the name of a key or an index that counts; null where all do
   */
  List<String> differences(CatalogText found, @Nullable Set<String> names) {
    Map<Line, Integer> counts = new LinkedHashMap<>();
    counted(names).forEach(line -> counts.merge(line, -1, Integer::sum));
    found.counted(names).forEach(line -> counts.merge(line, 1, Integer::sum));
    List<String> result = new ArrayList<>();
    counts.forEach(
        (line, count) -> {
          if (count != 0) {
            result.add((count < 0 ? "missing: " : "surplus: ") + line);
          }
        });
    return result;
  }

  private List<Line> counted(@Nullable Set<String> names) {
    List<Line> result = new ArrayList<>();
    for (Line line : lines) {
      boolean counts =
          names == null
              || !CAN_BE_UNNAMED.contains(line.kind())
              || names.contains(line.owner() + " " + line.name());
      result.add(counts ? line : line.unnamed());
    }
    return result;
  }
}
