package dev.autogen.dialect.h2;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.NameRules;
import dev.autogen.sql.TextRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes names and types in H2's SQL. */
final class H2Names {

  private static final Map<String, String> WITH_ZONE =
      Map.of("timestamptz", "timestamp", "timetz", "time");

  private final TextRules text;
  private final String defaultSchema;

  /**
   * Writes names by these rules.
   *
   * @param defaultSchema the schema of names without one, as it stands in the catalog
   */
  H2Names(TextRules text, String defaultSchema) {
    this.text = text;
    this.defaultSchema = defaultSchema;
  }

  /** The name with its schema, also where it is in the default one. */
  String quoteWithSchema(QualifiedName name) {
    return name.schema() == null
        ? names().written(names().named(defaultSchema), name.name())
        : quote(name);
  }

  TextRules text() {
    return text;
  }

  private NameRules names() {
    return text.names();
  }

  String quote(String name) {
    return names().written(name);
  }

  String quote(QualifiedName name) {
    return names().written(name.schema(), name.name());
  }

  String list(List<String> columns) {
    return columns.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  String literal(String value) {
    return text.literal(value);
  }

  /** {@code interval day(3) to second(2)}: digits stand behind the first field. */
  private static String interval(SqlType type) {
    String[] fields = type.name().substring("interval ".length()).split(" to ");
    String digits = type.arguments().get(0);
    String decimals = type.arguments().get(1);
    boolean seconds = type.name().endsWith("second");
    if (fields.length == 1) {
      return "interval " + fields[0] + "(" + digits + (seconds ? ", " + decimals : "") + ")";
    }
    return "interval "
        + fields[0]
        + "("
        + digits
        + ") to "
        + fields[1]
        + (seconds ? "(" + decimals + ")" : "");
  }

  /** The type in SQL. */
  String sql(SqlType given) {
    SqlType type = H2Types.canonical(given);
    String zone = WITH_ZONE.get(type.name());
    String name =
        zone != null ? zone : H2Types.isBuiltIn(type) ? type.name() : quote(type.qualifiedName());
    if (type.name().startsWith("interval") && !type.arguments().isEmpty()) {
      return interval(type) + " array".repeat(type.dimensions());
    }
    String arguments =
        type.arguments().isEmpty()
            ? ""
            : type.arguments().stream().collect(Collectors.joining(", ", "(", ")"));
    return name
        + arguments
        + (zone == null ? "" : " with time zone")
        + " array".repeat(type.dimensions());
  }
}
