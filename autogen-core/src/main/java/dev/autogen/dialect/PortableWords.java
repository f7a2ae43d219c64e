package dev.autogen.dialect;

import dev.autogen.schema.Column;
import dev.autogen.schema.SqlType;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The types and defaults that a kind of database has for the words of migrations for several.
 *
 * @param types the type for each word, by name; it gets the word with its arguments
 * @param array the type of arrays, where the database has none of its own
 * @param defaults the default for each word in lower case; it gets the column's type
 */
public record PortableWords(
    Map<String, UnaryOperator<SqlType>> types,
    @Nullable SqlType array,
    Map<String, Function<SqlType, String>> defaults) {

  /** The default of the present time. */
  public static final String NOW = "current_timestamp";

  /** The default of the present day. */
  public static final String TODAY = "current_date";

  /** The default of a random identifier. */
  public static final String RANDOM_UUID = "gen_random_uuid()";

  /** The default of an empty JSON object. */
  public static final String EMPTY_JSON = "'{}'";

  public PortableWords {
    types = Map.copyOf(types);
    defaults = Map.copyOf(defaults);
  }

  /** A type without arguments, whatever the word has. */
  public static UnaryOperator<SqlType> plain(String name) {
    return word -> SqlType.of(name);
  }

  /** A type of another name with the word's arguments. */
  public static UnaryOperator<SqlType> named(String name) {
    return word -> SqlType.of(name).withArguments(word.arguments());
  }

  /** A default that is the same for all types. */
  public static Function<SqlType, String> sql(String text) {
    return type -> text;
  }

  /** The column in the database's own words. */
  public Column column(Column written) {
    SqlType type = type(written.type());
    Column column = written.withType(type);
    String value = written.serverDefault();
    return value == null ? column : column.withServerDefault(expression(value, type));
  }

  private SqlType type(SqlType word) {
    if (word.schema() != null || word.isUnknown()) {
      return word;
    }
    if (word.dimensions() > 0) {
      return array == null
          ? arrayOf(type(new SqlType(null, word.name(), word.arguments(), 0)), word.dimensions())
          : array;
    }
    UnaryOperator<SqlType> known = types.get(word.name());
    return known == null ? word : known.apply(word);
  }

  private static SqlType arrayOf(SqlType element, int dimensions) {
    return new SqlType(element.schema(), element.name(), element.arguments(), dimensions);
  }

  private String expression(String written, SqlType type) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (word.equals("now()") || word.equals("transaction_timestamp()")) {
      word = NOW;
    }
    Function<SqlType, String> known = defaults.get(word);
    return known == null ? written : known.apply(type);
  }
}
