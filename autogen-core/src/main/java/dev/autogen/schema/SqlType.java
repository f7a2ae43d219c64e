package dev.autogen.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column type: a name with arguments, and the number of array dimensions.
 *
 * <p>In canonical form the name is the one that the dialect's {@code TypeRules} chose among the
 * synonyms ({@code varchar} for {@code character varying}), so that equality of records is equality
 * of types.
 *
 * @param schema the schema of a type that is not built in, or null
 * @param name the name without arguments, for example {@code varchar} or {@code timestamptz}
 * @param arguments length, precision and scale or whatever else stands in parentheses
 * @param dimensions 0 for a plain type, 1 or more for an array
 */
public record SqlType(
    @Nullable String schema, String name, List<String> arguments, int dimensions) {

  public SqlType {
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
  }

  /** A built-in type with the given arguments. */
  public static SqlType of(String name, Object... arguments) {
    return new SqlType(null, name, Arrays.stream(arguments).map(String::valueOf).toList(), 0);
  }

  /** A type outside the built-in ones, such as an enum. */
  public static SqlType named(QualifiedName name) {
    return new SqlType(name.schema(), name.name(), List.of(), 0);
  }

  /** The type of a column of which only the name is known. */
  public static SqlType unknown() {
    return of("unknown");
  }

  /** Whether this is the type of a column of which only the name is known. */
  public boolean isUnknown() {
    return name.equals("unknown") && schema == null;
  }

  /** The type that SQL text such as {@code timestamp(6) with time zone} or {@code int[]} names. */
  public static SqlType parse(String sql) {
    return SqlTypeParser.parse(sql);
  }

  /** The name with its schema. */
  public QualifiedName qualifiedName() {
    return new QualifiedName(schema, name);
  }

  /** An array of this type, with one dimension more. */
  public SqlType array() {
    return new SqlType(schema, name, arguments, dimensions + 1);
  }

  /** The same type with other arguments. */
  public SqlType withArguments(List<String> others) {
    return new SqlType(schema, name, others, dimensions);
  }

  /** The same arguments and dimensions under another name. */
  public SqlType withName(QualifiedName other) {
    return new SqlType(other.schema(), other.name(), arguments, dimensions);
  }

  /** The type for messages: {@code varchar(255)}, {@code numeric(10,2)}, {@code int[]}. */
  @Override
  public String toString() {
    return qualifiedName()
        + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")")
        + "[]".repeat(dimensions);
  }
}
