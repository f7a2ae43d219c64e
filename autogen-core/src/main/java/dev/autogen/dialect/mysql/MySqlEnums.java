package dev.autogen.dialect.mysql;

import dev.autogen.schema.Column;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Enumerations, which are types of single columns. */
final class MySqlEnums {

  private MySqlEnums() {}

  /**
   * The type that a column shall have. The order of values is left as it is, since nothing in a
   * model tells it: new values come last, for which the table need not be written again. A truth
   * value may be a {@code tinyint(1)}, too.
   */
  static SqlType known(SqlType model, SqlType actual) {
    if (model.equals(SqlType.of("bit", 1)) && actual.equals(SqlType.of("tinyint", 1))) {
      return actual;
    } else if (!model.name().equals("enum") || !actual.name().equals("enum")) {
      return model;
    }
    List<String> values = new ArrayList<>(actual.arguments());
    Set<String> wanted = new HashSet<>(model.arguments());
    values.removeIf(each -> !wanted.contains(each));
    model.arguments().stream().filter(each -> !values.contains(each)).forEach(values::add);
    return model.withArguments(values);
  }

  /**
   * The SQL expression that turns ordinals into names, or names into ordinals. The column is read
   * as text, so that no value is compared by its place among the values of an enum.
   *
   * @param values the names of the values, each at the position of its ordinal
   * @param complete whether the column can hold no other values; if false, other values stay, and
   *     the new type refuses them
   */
  static String conversion(Column from, List<String> values, boolean complete) {
    String column = MySqlNames.quote(from.name());
    boolean toNames =
        MySqlTypeFamily.of(MySqlTypes.canonical(from.type())) == MySqlTypeFamily.INTEGER;
    StringBuilder sql = new StringBuilder("case ").append(column);
    for (int i = 0; i < values.size(); i++) {
      String name = MySqlNames.literal(values.get(i));
      sql.append(toNames ? " when " + i + " then " + name : " when " + name + " then " + i);
    }
    if (!complete) {
      sql.append(" else ").append(column);
    }
    return sql.append(" end").toString();
  }
}
