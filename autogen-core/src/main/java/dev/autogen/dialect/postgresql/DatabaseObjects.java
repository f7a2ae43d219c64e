package dev.autogen.dialect.postgresql;

import dev.autogen.inspect.DatabaseObject;
import dev.autogen.inspect.InspectionScope;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what JPA has no words for, each with the definition that PostgreSQL prints of it (manual,
 * table "System Catalog Information Functions"), in an order in which it can be dropped: what was
 * made later cannot be needed by what was there before.
 */
final class DatabaseObjects {

  private static final String IN_SCOPE =
      "(n.nspname = any (?) or n.nspname = (select current_schema()))"
          + " and not exists (select from pg_depend e where e.classid = '%s'::regclass"
          + " and e.objid = %s and e.deptype = 'e')";

  private static final String NAME =
      "case when n.nspname = (select current_schema()) then %1$s.%2$s::text"
          + " else n.nspname || '.' || %1$s.%2$s end";
  private static final String QUOTED =
      "case when n.nspname = (select current_schema()) then quote_ident(%1$s.%2$s)"
          + " else format('%%I.%%I', n.nspname, %1$s.%2$s) end";

  private static final String USES =
      """
      array(select distinct case when tn.nspname = (select current_schema()) then ''
                                 else tn.nspname || '.' end || t.relname
                            || coalesce('.' || a.attname, '')
            from pg_depend d
            join pg_class t on t.oid = d.refobjid and t.relkind in ('r', 'p')
            join pg_namespace tn on tn.oid = t.relnamespace
            left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
                                     and d.refobjsubid > 0
            where d.classid = '%s'::regclass and d.objid = %s
              and d.refclassid = 'pg_class'::regclass and d.deptype = 'n' order by 1)\
      """;

  private static final String NONE = "array[]::text[]";

  private DatabaseObjects() {}

  static List<DatabaseObject> read(Connection connection, InspectionScope scope)
      throws SQLException {
    String sql =
        "select kind, name, drop_sql, create_sql, uses from (\n"
            + String.join("\nunion all\n", queries())
            + "\n) found (rank, kind, name, made, drop_sql, create_sql, uses)"
            + " order by rank, made desc, name";
    long parameters = sql.chars().filter(c -> c == '?').count();
    List<DatabaseObject> objects = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Array schemas = connection.createArrayOf("text", scope.schemas().toArray());
      for (int i = 1; i <= parameters; i++) {
        statement.setArray(i, schemas);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          objects.add(
              new DatabaseObject(
                  row.getString("kind"),
                  row.getString("name"),
                  row.getString("drop_sql"),
                  row.getString("create_sql"),
                  PgArrays.strings(row.getArray("uses"))));
        }
      }
    }
    return objects;
  }

  private static List<String> queries() {
    return List.of(
        triggers(),
        policies(),
        rowSecurity(),
        rules(),
        statistics(),
        exclusions(),
        views(),
        functions(),
        grants());
  }

  private static String name(String alias, String column) {
    return NAME.formatted(alias, column);
  }

  private static String quoted(String alias, String column) {
    return QUOTED.formatted(alias, column);
  }

  private static String inScope(String catalog, String oid) {
    return IN_SCOPE.formatted(catalog, oid);
  }

  private static String member(String kind, int rank, String made, String member) {
    return "select %d, '%s', %s || '.' || %s, %s, "
        .formatted(rank, kind, name("c", "relname"), member, made);
  }

  private static String triggers() {
    return member("trigger", 1, "g.oid", "g.tgname")
        + "format('drop trigger if exists %I on %s', g.tgname, "
        + quoted("c", "relname")
        + "), pg_get_triggerdef(g.oid, true)"
        + " || case when g.tgenabled = 'D' then format('; alter table %s disable trigger %I', "
        + quoted("c", "relname")
        + ", g.tgname) else '' end, "
        + USES.formatted("pg_trigger", "g.oid")
        + " from pg_trigger g join pg_class c on c.oid = g.tgrelid"
        + " join pg_namespace n on n.oid = c.relnamespace"
        + " where not g.tgisinternal and g.tgparentid = 0 and "
        + inScope("pg_trigger", "g.oid");
  }

  private static String policies() {
    return member("policy", 2, "p.oid", "p.polname")
        + "format('drop policy if exists %I on %s', p.polname, "
        + quoted("c", "relname")
        + "), format('create policy %I on %s as %s for %s to %s', p.polname, "
        + quoted("c", "relname")
        + ", case when p.polpermissive then 'permissive' else 'restrictive' end,"
        + " case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'"
        + " when 'd' then 'delete' else 'all' end,"
        + " (select string_agg(case when o = 0 then 'public' else quote_ident(pg_get_userbyid(o))"
        + " end, ', ') from unnest(p.polroles) o))"
        + " || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')"
        + " || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''), "
        + USES.formatted("pg_policy", "p.oid")
        + " from pg_policy p join pg_class c on c.oid = p.polrelid"
        + " join pg_namespace n on n.oid = c.relnamespace where "
        + inScope("pg_class", "c.oid");
  }

  /** Without its policies, a table whose rows are secured shows none of them. */
  private static String rowSecurity() {
    String table = quoted("c", "relname");
    return "select 3, 'policy', 'row security of ' || %s, c.oid, ".formatted(name("c", "relname"))
        + "format('alter table %s%s disable row level security', %s, case when c.relforcerowsecurity then ' no force row level security,' else '' end), "
            .formatted("%s", "%s", table)
        + "format('alter table %s enable row level security', ".formatted("%s")
        + table
        + ") || case when c.relforcerowsecurity then format('; alter table %s force row level"
        + " security', "
        + table
        + ") else '' end, "
        + NONE
        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        + " where c.relrowsecurity and "
        + inScope("pg_class", "c.oid");
  }

  private static String rules() {
    return member("rule", 2, "w.oid", "w.rulename")
        + "format('drop rule if exists %I on %s', w.rulename, "
        + quoted("c", "relname")
        + "), rtrim(pg_get_ruledef(w.oid, true), ';'), "
        + USES.formatted("pg_rewrite", "w.oid")
        + " from pg_rewrite w join pg_class c on c.oid = w.ev_class"
        + " join pg_namespace n on n.oid = c.relnamespace where w.rulename <> '_RETURN' and "
        + inScope("pg_class", "c.oid");
  }

  private static String statistics() {
    return "select 2, 'statistics', "
        + name("s", "stxname")
        + ", s.oid, 'drop statistics if exists ' || "
        + quoted("s", "stxname")
        + ", pg_get_statisticsobjdef(s.oid), "
        + NONE
        + " from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace where "
        + inScope("pg_statistic_ext", "s.oid");
  }

  private static String exclusions() {
    return member("exclusion", 2, "k.oid", "k.conname")
        + "format('alter table %s drop constraint if exists %I', "
        + quoted("c", "relname")
        + ", k.conname), format('alter table %s add constraint %I %s', "
        + quoted("c", "relname")
        + ", k.conname, pg_get_constraintdef(k.oid)), "
        + NONE
        + " from pg_constraint k join pg_class c on c.oid = k.conrelid"
        + " join pg_namespace n on n.oid = c.relnamespace"
        + " where k.contype = 'x' and k.conparentid = 0 and "
        + inScope("pg_class", "c.oid");
  }

  /** A view that is made on another is made after it. */
  private static String views() {
    String kind = "case when c.relkind = 'm' then 'materialized view' else 'view' end";
    return "select 4, replace("
        + kind
        + ", ' ', '-'), "
        + name("c", "relname")
        + ", c.oid, 'drop ' || "
        + kind
        + " || ' if exists ' || "
        + quoted("c", "relname")
        + ", 'create ' || "
        + kind
        + " || ' ' || "
        + quoted("c", "relname")
        + " || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ' as' ||"
        + " E'\\n"
        + "' || rtrim(pg_get_viewdef(c.oid, true), ';') || coalesce((select '; ' ||"
        + " string_agg(pg_get_indexdef(i.indexrelid), '; ' order by i.indexrelid) from pg_index i"
        + " where i.indrelid = c.oid), ''), "
        + USES.formatted("pg_rewrite", "w.oid")
        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        + " join pg_rewrite w on w.ev_class = c.oid and w.rulename = '_RETURN'"
        + " where c.relkind in ('v', 'm') and "
        + inScope("pg_class", "c.oid");
  }

  private static String functions() {
    return "select 5, 'function', "
        + name("f", "proname")
        + ", f.oid, format('drop %s if exists %s(%s)', case f.prokind when 'p' then 'procedure'"
        + " else 'function' end, "
        + quoted("f", "proname")
        + ", pg_get_function_identity_arguments(f.oid)), pg_get_functiondef(f.oid), "
        + NONE
        + " from pg_proc f join pg_namespace n on n.oid = f.pronamespace"
        + " where f.prokind in ('f', 'p', 'w') and "
        + inScope("pg_proc", "f.oid");
  }

  /** Grants name roles, which no schema has. */
  private static String grants() {
    return "select 6, 'grant', "
        + name("c", "relname")
        + " || ' to ' || string_agg(distinct case x.grantee when 0 then 'public'"
        + " else pg_get_userbyid(x.grantee)::text end, ', '), c.oid, null, null, "
        + NONE
        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace,"
        + " aclexplode(c.relacl) x where c.relkind in ('r', 'p', 'S')"
        + " and x.grantee <> c.relowner and "
        + inScope("pg_class", "c.oid")
        + " group by n.nspname, c.relname, c.oid";
  }
}
