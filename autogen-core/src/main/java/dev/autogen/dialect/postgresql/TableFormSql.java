package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.schema.TableForm;
import java.util.stream.Collectors;

/** Writes the clauses after the columns of {@code CREATE TABLE} (PostgreSQL manual). */
final class TableFormSql {

  private TableFormSql() {}

  static String of(TableForm form) {
    StringBuilder sql = new StringBuilder();
    if (!form.inherits().isEmpty()) {
      sql.append(
          form.inherits().stream()
              .map(Identifiers::quote)
              .collect(Collectors.joining(", ", " inherits (", ")")));
    }
    if (form.partitionBy() != null) {
      sql.append(" partition by ").append(form.partitionBy());
    }
    if (!form.parameters().isEmpty()) {
      sql.append(" with (").append(String.join(", ", form.parameters())).append(")");
    }
    if (form.tablespace() != null) {
      sql.append(" tablespace ").append(quote(form.tablespace()));
    }
    return sql.toString();
  }
}
