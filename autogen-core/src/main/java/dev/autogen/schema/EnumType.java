package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/**
 * A named enum type with its values in sort order.
 *
 * @param stringCasts whether strings are converted to its values and back implicitly, as Hibernate
 *     declares it ({@code PostgreSQLDialect.getCreateEnumTypeCommand}); this is part of its
 *     creation and is not compared
 */
public record EnumType(QualifiedName name, List<String> values, boolean stringCasts) {
  public EnumType {
    Objects.requireNonNull(name, "name");
    values = List.copyOf(values);
  }

  /** A type without casts. */
  public EnumType(QualifiedName name, List<String> values) {
    this(name, values, false);
  }

  /** The same type with or without casts. */
  public EnumType withStringCasts(boolean other) {
    return new EnumType(name, values, other);
  }
}
