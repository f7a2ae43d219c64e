package dev.autogen.dialect.h2;

import dev.autogen.schema.Column;
import java.util.List;

/** Converts the values of an enum to ordinals, or ordinals to its values. */
final class H2EnumValues {

  private final H2Names names;

  H2EnumValues(H2Names names) {
    this.names = names;
  }

  /**
   * The SQL expression of the conversion.
   *
   * @param values the names of the values, each at the position of its ordinal
   * @param complete whether the column can hold no other values; if false, other values make the
   *     statement fail
   */
  String conversion(Column from, Column to, List<String> values, boolean complete) {
    String column = names.quote(from.name());
    boolean toNames = H2TypeFamily.of(H2Types.canonical(from.type())) == H2TypeFamily.INTEGER;
    // H2 would compare an enum with a number by its ordinal, which it counts from 1.
    String value = toNames ? column : "cast(" + column + " as varchar)";
    StringBuilder sql = new StringBuilder("case ").append(value);
    for (int i = 0; i < values.size(); i++) {
      String name = names.literal(values.get(i));
      sql.append(toNames ? " when " + i + " then " + name : " when " + name + " then " + i);
    }
    if (!complete) {
      sql.append(" else cast(cast(")
          .append(column)
          .append(" as varchar) as ")
          .append(names.sql(to.type()))
          .append(")");
    }
    return sql.append(" end").toString();
  }
}
