package dev.autogen.dialect.postgresql;

import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.SqlType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The serial types, which are no types but a numbering (PostgreSQL manual, 8.1.4). */
final class Serials {

  private static final Map<String, String> BASES =
      Map.of("smallserial", "smallint", "serial", "integer", "bigserial", "bigint");
  private static final Map<String, String> NAMES =
      Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

  private Serials() {}

  /** The column with the type that a serial type stands for, and its numbering. */
  static Column canonical(Column column) {
    SqlType base = base(TypeNames.canonical(column.type()));
    if (base == null) {
      return column;
    }
    return column
        .withType(base)
        .withNullable(false)
        .withIdentity(column.identity() == null ? Identity.serial() : column.identity());
  }

  private static @Nullable SqlType base(SqlType type) {
    String base = type.schema() == null && type.dimensions() == 0 ? BASES.get(type.name()) : null;
    return base == null ? null : SqlType.of(base);
  }

  static boolean hasSerial(SqlType type) {
    return type.schema() == null && type.dimensions() == 0 && NAMES.containsKey(type.name());
  }

  static boolean isSerial(Column column) {
    return column.identity() != null && column.identity().kind() == Identity.Kind.SERIAL;
  }

  /** The type in a column's declaration, which for a serial one says how it numbers. */
  static SqlType declared(Column column) {
    return isSerial(column) && hasSerial(column.type())
        ? SqlType.of(NAMES.get(column.type().name()))
        : column.type();
  }
}
