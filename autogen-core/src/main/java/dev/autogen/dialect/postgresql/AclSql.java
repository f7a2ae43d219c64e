package dev.autogen.dialect.postgresql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL that prints grants: the entries of an access control list that the default list lacks,
 * and the default entries that it lacks (PostgreSQL manual, 5.8 Privileges, and {@code
 * aclexplode}).
 *
 * <p>Queries write {@code ACL(list, kind, owner, object)} for the statements, each after a
 * semicolon, and {@code ROLES(list, owner)} for the keys of the roles that they name.
 */
final class AclSql {

  private static final Pattern ACL =
      Pattern.compile("\\bACL\\(([\\w.]+), ('\\w'), ([\\w.]+), ([^,]+?)\\)(?=[,\\s])");
  private static final Pattern ROLES = Pattern.compile("\\bROLES\\(([\\w.]+), ([\\w.]+)\\)");

  private static final String STATEMENTS =
      """
      coalesce((
        select string_agg(format(E';\\n%s %s on %s %s %s%s',
                 case when g.given then 'grant' else 'revoke' end, g.privileges, $4,
                 case when g.given then 'to' else 'from' end,
                 case when g.grantee = 0 then 'public'
                      else quote_ident(pg_get_userbyid(g.grantee)) end,
                 case when g.given and g.is_grantable then ' with grant option' else '' end), ''
                 order by g.given, g.grantee = 0 desc, pg_get_userbyid(g.grantee), g.is_grantable)
        from (
          select x.given, x.grantee, x.is_grantable,
                 string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as privileges
          from (
            select true as given, h.grantee, h.is_grantable, h.privilege_type
            from aclexplode($1) h
            where not exists (select from aclexplode(acldefault($2, $3)) o
                              where o.grantee = h.grantee and o.privilege_type = h.privilege_type)
            union
            select false, o.grantee, false, o.privilege_type
            from aclexplode(acldefault($2, $3)) o
            where $1 is not null
              and not exists (select from aclexplode($1) h
                              where o.grantee = h.grantee and o.privilege_type = h.privilege_type)
          ) x
          group by 1, 2, 3) g), '')""";

  private static final String NAMED =
      """
      array(select distinct 'role ' || h.role
            from (select x.grantee from aclexplode($1) x union select $2) h (role)
            where h.role not in (0, (select oid from me)))""";

  private AclSql() {}

  static String expanded(String sql) {
    String grants =
        ACL.matcher(sql)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        STATEMENTS
                            .replace("$1", found.group(1))
                            .replace("$2", found.group(2))
                            .replace("$3", found.group(3))
                            .replace("$4", found.group(4))));
    return ROLES
        .matcher(grants)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    NAMED.replace("$1", found.group(1)).replace("$2", found.group(2))));
  }
}
