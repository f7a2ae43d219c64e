package dev.autogen.run;

import dev.autogen.schema.QualifiedName;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values in SQL text, where no connection can take them as parameters. */
final class SqlLiterals {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  private SqlLiterals() {}

  static String insert(QualifiedName table, List<? extends Map<String, ?>> rows) {
    List<String> columns = List.copyOf(rows.get(0).keySet());
    return "insert into "
        + (table.schema() == null ? "" : quoted(table.schema()) + ".")
        + quoted(table.name())
        + columns.stream().map(SqlLiterals::quoted).collect(Collectors.joining(", ", " (", ")"))
        + " values\n"
        + rows.stream()
            .map(
                row ->
                    columns.stream()
                        .map(column -> literal(row.get(column)))
                        .collect(Collectors.joining(", ", "  (", ")")))
            .collect(Collectors.joining(",\n"));
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The name without quotes where it needs none in any database. */
  static String plain(QualifiedName name) {
    return (name.schema() == null ? "" : plain(name.schema()) + ".") + plain(name.name());
  }

  static String plain(String name) {
    return PLAIN.matcher(name).matches() ? name : quoted(name);
  }

  static String literal(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    } else if (value instanceof byte[] bytes) {
      return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
    }
    String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
    return "'" + text.replace("'", "''") + "'";
  }
}
