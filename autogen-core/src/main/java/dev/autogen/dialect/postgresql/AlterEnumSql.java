package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.operation.AlterEnum;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the statements that give an enum type other values. New values are added in place if
 * nothing else changes; otherwise a new type takes the old one's name (PostgreSQL manual, {@code
 * ALTER TYPE}: values cannot be removed or moved).
 */
final class AlterEnumSql {

  private AlterEnumSql() {}

  static List<String> of(AlterEnum operation, Schema before) {
    return operation.addsInPlace() ? addValues(operation) : TypeRebuild.of(operation, before);
  }

  private static List<String> addValues(AlterEnum operation) {
    List<String> statements = new ArrayList<>();
    Set<String> present = new HashSet<>(operation.from().values());
    List<String> values = operation.to().values();
    for (int i = 0; i < values.size(); i++) {
      if (present.add(values.get(i))) {
        statements.add(
            "alter type "
                + quote(operation.to().name())
                + " add value "
                + literal(values.get(i))
                + position(operation.from(), values, i));
      }
    }
    return statements;
  }

  private static String position(EnumType from, List<String> values, int i) {
    if (i > 0) {
      return " after " + literal(values.get(i - 1));
    }
    return from.values().isEmpty() ? "" : " before " + literal(from.values().get(0));
  }

  static String create(EnumType type) {
    return "create type "
        + quote(type.name())
        + " as enum "
        + type.values().stream()
            .map(Identifiers::literal)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
