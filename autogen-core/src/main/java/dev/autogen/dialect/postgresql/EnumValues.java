package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;

import dev.autogen.schema.Column;
import java.util.List;

/** Converts the values of an enum to ordinals, or ordinals to its values. */
final class EnumValues {

  private EnumValues() {}

  /**
   * The SQL expression of the conversion.
   *
   * @param names the names of the values, each at the position of its ordinal
   * @param complete whether the column can hold no other values; if false, other values make the
   *     statement fail
   */
  static String conversion(Column from, Column to, List<String> names, boolean complete) {
    String column = Identifiers.quote(from.name());
    String type = TypeNames.sql(to.type());
    boolean toNames = Conversions.isInteger(TypeNames.canonical(from.type()));
    StringBuilder sql = new StringBuilder("case ").append(column);
    for (int i = 0; i < names.size(); i++) {
      String name = literal(names.get(i));
      sql.append(toNames ? " when " + i + " then " + name : " when " + name + " then " + i);
    }
    if (!complete) {
      sql.append(" else ").append(column).append("::text");
      sql.append(toNames ? "" : "::" + type);
    }
    sql.append(" end");
    boolean isAssigned = !toNames || Conversions.isString(TypeNames.canonical(to.type()));
    return isAssigned ? sql.toString() : "(" + sql + ")::" + type;
  }
}
