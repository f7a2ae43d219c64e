package dev.autogen.inspect;

import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns out of {@code DatabaseMetaData.getColumns}. */
final class JdbcColumns {

  /** Beyond this a length is the driver's way to say that there is none. */
  private static final int UNLIMITED = 1 << 24;

  private static final int USUAL_FRACTION = 6;

  private JdbcColumns() {}

  static Column column(ResultSet row) throws SQLException {
    String expression = row.getString("COLUMN_DEF");
    boolean generated = "YES".equals(row.getString("IS_GENERATEDCOLUMN"));
    boolean counts = "YES".equals(row.getString("IS_AUTOINCREMENT"));
    String remarks = row.getString("REMARKS");
    return new Column(
        row.getString("COLUMN_NAME"),
        type(row),
        !"NO".equals(row.getString("IS_NULLABLE")),
        generated ? null : expression,
        counts && expression == null ? Identity.byDefault() : null,
        generated && expression != null ? new Generated(expression, true) : null,
        null,
        remarks == null || remarks.isEmpty() ? null : remarks);
  }

  private static SqlType type(ResultSet row) throws SQLException {
    String name = row.getString("TYPE_NAME");
    int jdbcType = row.getInt("DATA_TYPE");
    if (jdbcType == Types.ARRAY && name.startsWith("_")) {
      return SqlType.parse(name.substring(1)).array();
    }
    SqlType type = SqlType.parse(name);
    return type.arguments().isEmpty() && type.dimensions() == 0
        ? type.withArguments(arguments(row, jdbcType, type.name()))
        : type;
  }

  private static List<String> arguments(ResultSet row, int jdbcType, String name)
      throws SQLException {
    int size = row.getInt("COLUMN_SIZE");
    Integer digits = number(row, "DECIMAL_DIGITS");
    boolean limited = size > 0 && size < UNLIMITED;
    return switch (jdbcType) {
      case Types.CHAR, Types.NCHAR, Types.VARCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
          limited && name.matches(".*(char|character|binary).*|bit varying|varbit")
              ? List.of(String.valueOf(size))
              : List.of();
      case Types.NUMERIC, Types.DECIMAL ->
          limited && digits != null && size <= 1_000
              ? List.of(String.valueOf(size), String.valueOf(digits))
              : List.of();
      case Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
          digits != null && digits != USUAL_FRACTION ? List.of(String.valueOf(digits)) : List.of();
      default -> List.of();
    };
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }
}
