package dev.autogen.render.java;

import dev.autogen.operation.AlterColumn;
import dev.autogen.schema.SqlType;
import java.util.Optional;
import java.util.Set;

/** Words what a reader must know about a conversion and its SQL does not show. */
final class ConversionNote {

  private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint");

  private ConversionNote() {}

  static Optional<String> of(AlterColumn change) {
    SqlType from = change.from().type();
    SqlType to = change.to().type();
    if (change.using() == null) {
      return Optional.empty();
    } else if (isNumber(from) && isUuid(to)) {
      return Optional.of(
          "Each number becomes the uuid that ends in it, in a key and in what refers to the key.");
    } else if (isUuid(from) && isNumber(to)) {
      return Optional.of(
          "A uuid that was made of a number becomes that number again. Any other uuid makes this"
              + " fail: give such rows another key before.");
    }
    return Optional.empty();
  }

  private static boolean isNumber(SqlType type) {
    return type.dimensions() == 0 && NUMBERS.contains(type.name());
  }

  private static boolean isUuid(SqlType type) {
    return type.dimensions() == 0 && type.name().equals("uuid");
  }
}
