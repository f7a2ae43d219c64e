package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;

import dev.autogen.schema.Column;
import java.util.List;

/** The values of an enum that become ordinals, or ordinals that become its values. */
final class EnumValues {

  private EnumValues() {}

  /**
   * The SQL expression that does it.
   *
   * @param names the names of the values, each at the place of its ordinal
   * @param complete whether the column holds no others; where it does, others make the statement
   *     fail
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
