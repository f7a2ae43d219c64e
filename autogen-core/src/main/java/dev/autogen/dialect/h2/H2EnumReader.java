package dev.autogen.dialect.h2;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads enum types: domains whose one check lists their values, as Hibernate declares them. Other
 * domains are types that a schema does not hold.
 */
final class H2EnumReader {

  private final H2Catalog catalog;
  private final H2Names names;

  H2EnumReader(H2Catalog catalog, H2Names names) {
    this.catalog = catalog;
    this.names = names;
  }

  List<EnumType> enums() throws SQLException {
    Map<QualifiedName, List<String>> checks = new LinkedHashMap<>();
    catalog.rows(
        "d.domain_schema, d.domain_name, c.check_clause",
        "domains d join information_schema.domain_constraints k"
            + " on k.domain_schema = d.domain_schema and k.domain_name = d.domain_name"
            + " join information_schema.check_constraints c"
            + " on c.constraint_schema = k.constraint_schema"
            + " and c.constraint_name = k.constraint_name"
            + " where d.domain_schema%s and d.data_type = 'CHARACTER VARYING'"
            + " and d.domain_default is null order by d.domain_schema, d.domain_name",
        row ->
            checks
                .computeIfAbsent(
                    catalog.name(row, "domain_schema", "domain_name"), key -> new ArrayList<>())
                .add(row.getString("check_clause")));
    List<EnumType> enums = new ArrayList<>();
    checks.forEach(
        (name, clauses) -> {
          List<String> values = clauses.size() == 1 ? values(clauses.get(0)) : List.of();
          if (!values.isEmpty()) {
            enums.add(new EnumType(name, values));
          }
        });
    return enums;
  }

  /** The values of {@code VALUE IN('A', 'B')} or {@code VALUE = 'A'}; none of another condition. */
  private List<String> values(String clause) {
    List<Token> tokens = names.text().tokens(H2Text.plain(clause));
    List<String> values = new ArrayList<>();
    for (Token token : tokens) {
      if (token.kind() == Kind.STRING) {
        values.add(token.text());
      } else if (!token.isWord("value")
          && !token.isWord("in")
          && !token.isSymbol('(')
          && !token.isSymbol(')')
          && !token.isSymbol(',')
          && !token.isSymbol('=')
          && token.kind() != Kind.END) {
        return List.of();
      }
    }
    return values;
  }
}
