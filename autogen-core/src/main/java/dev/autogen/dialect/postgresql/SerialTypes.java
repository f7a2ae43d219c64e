package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The serial types, which are no real types but number a column by a sequence (PostgreSQL manual,
 * 8.1.4).
 */
final class SerialTypes {

  private static final Map<String, String> BASES =
      Map.of("smallserial", "smallint", "serial", "integer", "bigserial", "bigint");
  private static final Map<String, String> NAMES =
      Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

  private SerialTypes() {}

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

  /**
   * The sequence that {@code serial} makes for a column, unless the name is taken ({@code
   * ChooseRelationName}).
   */
  static QualifiedName sequence(QualifiedName table, String column) {
    return table.withName(LongNames.joined(table.name(), column, "seq"));
  }

  /** The default by which a column takes numbers from a sequence, as the catalog prints it. */
  static String nextval(QualifiedName sequence) {
    return "nextval(" + literal(quote(sequence)) + "::regclass)";
  }

  /** The schema with the serial columns of a table written out as defaults and sequences. */
  static Schema spelledOut(Schema schema, QualifiedName name) {
    return schema.withTables(
        schema.tables().stream()
            .map(table -> table.name().equals(name) ? spelledOut(table, schema) : table)
            .toList());
  }

  private static Table spelledOut(Table table, Schema schema) {
    return table.withColumns(
        table.columns().stream()
            .map(
                column -> {
                  QualifiedName sequence = sequence(table.name(), column.name());
                  return isSerial(column) && schema.sequence(sequence).isPresent()
                      ? column.withIdentity(null).withServerDefault(nextval(sequence))
                      : column;
                })
            .toList());
  }

  static boolean isSerial(Column column) {
    return column.identity() != null && column.identity().kind() == Identity.Kind.SERIAL;
  }

  /** The type in a column's declaration; for a serial column, the serial type. */
  static SqlType declared(Column column) {
    return isSerial(column) && hasSerial(column.type())
        ? SqlType.of(NAMES.get(column.type().name()))
        : column.type();
  }
}
