package dev.autogen.dialect.postgresql;

import static java.util.Map.entry;

import dev.autogen.schema.SqlType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types of other databases, each with what PostgreSQL has instead. */
final class OtherDatabaseTypes {

  private static final Map<String, String> REPLACEMENTS =
      Map.ofEntries(
          entry("longtext", "text"),
          entry("mediumtext", "text"),
          entry("tinytext", "text"),
          entry("ntext", "text"),
          entry("clob", "text"),
          entry("nclob", "text"),
          entry("long", "text"),
          entry("string", "text"),
          entry("longblob", "bytea"),
          entry("mediumblob", "bytea"),
          entry("tinyblob", "bytea"),
          entry("blob", "bytea"),
          entry("binary", "bytea"),
          entry("varbinary", "bytea"),
          entry("binary varying", "bytea"),
          entry("image", "bytea"),
          entry("raw", "bytea"),
          entry("long raw", "bytea"),
          entry("rowversion", "bytea"),
          entry("datetime", "timestamp"),
          entry("datetime2", "timestamp"),
          entry("smalldatetime", "timestamp"),
          entry("datetimeoffset", "timestamptz"),
          entry("tinyint", "smallint"),
          entry("mediumint", "integer"),
          entry("year", "smallint"),
          entry("nvarchar", "varchar"),
          entry("nvarchar2", "varchar"),
          entry("varchar2", "varchar"),
          entry("number", "numeric"),
          entry("binary_float", "real"),
          entry("binary_double", "double precision"),
          entry("uniqueidentifier", "uuid"),
          entry("enum", "varchar"));

  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of(
          "smallint",
          "integer",
          "bigint",
          "boolean",
          "text",
          "date",
          "uuid",
          "json",
          "jsonb",
          "bytea",
          "real",
          "double precision");

  private static final String UNKNOWN =
      """
      select u.number
      from unnest(?::text[], ?::text[]) with ordinality as u (schema, name, number)
      where not exists (
        select from pg_type t
        join pg_namespace n on n.oid = t.typnamespace
        where t.typname = u.name and (n.nspname = u.schema or u.schema = '' and pg_type_is_visible(t.oid)))
      """;

  private OtherDatabaseTypes() {}

  static @Nullable String replacement(SqlType type) {
    if (type.schema() != null) {
      return null;
    }
    SqlType canonical = TypeNames.canonical(type);
    if (canonical.name().equals("tinyint") && canonical.arguments().equals(List.of("1"))) {
      return "boolean";
    }
    return takesNoArguments(canonical) ? canonical.name() : REPLACEMENTS.get(canonical.name());
  }

  private static boolean takesNoArguments(SqlType canonical) {
    return WITHOUT_ARGUMENTS.contains(canonical.name()) && !canonical.arguments().isEmpty();
  }

  static Set<SqlType> unknown(Connection connection, Set<SqlType> types) throws SQLException {
    Set<SqlType> unknown = new HashSet<>();
    Set<SqlType> asked = new LinkedHashSet<>();
    for (SqlType type : types) {
      SqlType canonical = TypeNames.canonical(type);
      if (canonical.schema() == null && takesNoArguments(canonical)) {
        unknown.add(type);
      } else if (!TypeNames.isSyntax(canonical) && !canonical.name().endsWith("serial")) {
        asked.add(type);
      }
    }
    List<SqlType> list = List.copyOf(asked);
    if (list.isEmpty()) {
      return unknown;
    }
    new CatalogQuestions()
        .add(UNKNOWN, row -> unknown.add(list.get(row.getInt("number") - 1)))
        .ask(
            connection,
            statement -> {
              statement.setArray(
                  1, texts(connection, list.stream().map(type -> orEmpty(type.schema())).toList()));
              statement.setArray(2, texts(connection, list.stream().map(SqlType::name).toList()));
            });
    return unknown;
  }

  private static String orEmpty(@Nullable String schema) {
    return schema == null ? "" : schema;
  }

  private static Array texts(Connection connection, List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
