package dev.autogen.dialect.h2;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads domains: what their values are, and what they must meet. */
final class H2Domains {

  /**
   * A domain.
   *
   * @param base the type of its values
   * @param checks conditions over the word {@code VALUE}
   */
  record Domain(SqlType base, List<String> checks) {}

  private H2Domains() {}

  static Map<QualifiedName, Domain> read(Connection connection, H2Names names, Set<String> further)
      throws SQLException {
    Set<String> schemas = new LinkedHashSet<>();
    schemas.add(connection.getSchema());
    further.forEach(schema -> schemas.add(names.text().names().stored(schema)));
    H2Catalog catalog = new H2Catalog(connection, names, schemas, connection.getSchema());
    Map<QualifiedName, Domain> domains = new TreeMap<>();
    catalog.rows(
        "d.domain_schema, d.domain_name, d.data_type, d.character_maximum_length,"
            + " d.numeric_precision, d.numeric_scale, c.check_clause",
        "domains d left join information_schema.domain_constraints k"
            + " on k.domain_schema = d.domain_schema and k.domain_name = d.domain_name"
            + " left join information_schema.check_constraints c"
            + " on c.constraint_schema = k.constraint_schema"
            + " and c.constraint_name = k.constraint_name where d.domain_schema%s",
        row -> {
          QualifiedName name = catalog.name(row, "domain_schema", "domain_name");
          Domain known = domains.getOrDefault(name, new Domain(base(row), List.of()));
          List<String> checks = new ArrayList<>(known.checks());
          if (row.getString("check_clause") != null) {
            checks.add(row.getString("check_clause"));
          }
          return domains.put(name, new Domain(known.base(), checks)) == null;
        });
    return domains;
  }

  private static SqlType base(ResultSet row) throws SQLException {
    String type = H2Text.lower(row.getString("data_type"));
    String length = row.getString("character_maximum_length");
    if (length != null) {
      return SqlType.of(type).withArguments(List.of(length));
    }
    return type.equals("numeric") || type.equals("decimal")
        ? SqlType.of(type, row.getInt("numeric_precision"), row.getInt("numeric_scale"))
        : SqlType.of(type);
  }
}
