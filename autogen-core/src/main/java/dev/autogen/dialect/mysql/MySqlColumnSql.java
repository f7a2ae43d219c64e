package dev.autogen.dialect.mysql;

import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Writes the definitions of columns. A changed column gets a whole definition, because the server
 * forgets what is not repeated.
 */
final class MySqlColumnSql {

  private final Server server;

  MySqlColumnSql(Server server) {
    this.server = server;
  }

  String definition(Column column) {
    StringBuilder sql = new StringBuilder(MySqlNames.quote(column.name()));
    SqlType type = MySqlTypes.canonical(column.type());
    sql.append(' ').append(MySqlNames.sql(type));
    if (column.collation() != null) {
      sql.append(" collate ").append(column.collation());
    }
    Generated generated = column.generated();
    if (generated != null) {
      sql.append(" generated always as (")
          .append(generated.expression())
          .append(generated.stored() ? ") stored" : ") virtual");
      if (!column.nullable() && !server.isMariaDb()) {
        sql.append(" not null");
      }
    } else {
      plain(sql, column, type);
    }
    if (column.comment() != null && !column.comment().isEmpty()) {
      sql.append(" comment ").append(MySqlNames.literal(column.comment()));
    }
    return sql.toString();
  }

  private static void plain(StringBuilder sql, Column column, SqlType type) {
    if (!column.nullable() || column.identity() != null) {
      sql.append(" not null");
    } else if (type.name().equals("timestamp")) {
      sql.append(" null"); // without it, old servers make it NOT NULL
    }
    @Nullable String given = MySqlDefaults.canonical(type, column.serverDefault());
    if (given != null) {
      @Nullable String value = MySqlDefaults.withoutUpdate(given);
      String update = MySqlDefaults.update(given);
      sql.append(value == null ? "" : " default " + MySqlDefaults.written(type, value))
          .append(update.isEmpty() ? "" : " " + update);
    }
    if (column.identity() != null) {
      sql.append(" auto_increment");
      Long start = column.identity().start();
      if (start != null && start != 1) {
        throw MySqlRefusals.impossible(
            "let the column " + column.name() + " begin with another number than 1",
            "set it with op.execute(\"alter table … auto_increment = " + start + "\")");
      }
    }
  }
}
