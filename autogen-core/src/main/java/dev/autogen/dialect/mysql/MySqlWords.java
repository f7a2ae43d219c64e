package dev.autogen.dialect.mysql;

import static dev.autogen.dialect.PortableWords.named;
import static dev.autogen.dialect.PortableWords.plain;
import static dev.autogen.dialect.PortableWords.sql;
import static java.util.Map.entry;

import dev.autogen.dialect.PortableWords;
import dev.autogen.schema.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What MySQL and MariaDB have for the words of migrations for several kinds of database. */
final class MySqlWords {

  private static final String MICROSECONDS = "6";

  private MySqlWords() {}

  static PortableWords of(boolean mariaDb) {
    Map<String, UnaryOperator<SqlType>> types =
        new HashMap<>(
            Map.ofEntries(
                entry("boolean", word -> SqlType.of("bit", 1)),
                entry("integer", plain("int")),
                entry("real", plain("float")),
                entry("double precision", plain("double")),
                entry("numeric", named("decimal")),
                entry("timestamp", MySqlWords::dateTime),
                entry("timestamptz", MySqlWords::dateTime),
                entry(
                    "varchar",
                    word -> word.arguments().isEmpty() ? plain("longtext").apply(word) : word),
                entry("text", plain("longtext")),
                entry("bytea", plain("longblob")),
                entry("jsonb", plain("json"))));
    if (!mariaDb) {
      types.put("uuid", word -> SqlType.of("binary", 16));
    }
    Map<String, Function<SqlType, String>> defaults =
        Map.of(
            PortableWords.NOW,
            MySqlWords::now,
            PortableWords.TODAY,
            sql("(curdate())"),
            PortableWords.RANDOM_UUID,
            sql(mariaDb ? "uuid()" : "(uuid_to_bin(uuid()))"),
            PortableWords.EMPTY_JSON,
            type -> type.name().equals("json") && !mariaDb ? "('{}')" : "'{}'");
    return new PortableWords(types, SqlType.of("json"), defaults);
  }

  private static SqlType dateTime(SqlType word) {
    return SqlType.of("datetime")
        .withArguments(word.arguments().isEmpty() ? List.of(MICROSECONDS) : word.arguments());
  }

  /** The digits of the default are those of the column (MySQL manual, section 13.2.5). */
  private static String now(SqlType type) {
    List<String> digits = type.arguments();
    return digits.isEmpty() || digits.get(0).equals("0")
        ? PortableWords.NOW
        : PortableWords.NOW + "(" + digits.get(0) + ")";
  }
}
