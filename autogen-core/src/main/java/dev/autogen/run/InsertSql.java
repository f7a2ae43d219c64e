package dev.autogen.run;

import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.NameRules;
import dev.autogen.sql.TextRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The SQL that inserts rows, where no connection can take their values as parameters. */
final class InsertSql {

  private InsertSql() {}

  static String of(QualifiedName table, List<? extends Map<String, ?>> rows, TextRules text) {
    NameRules names = text.names();
    List<String> columns = List.copyOf(rows.get(0).keySet());
    return "insert into "
        + names.quoted(table.schema(), table.name())
        + columns.stream().map(names::quoted).collect(Collectors.joining(", ", " (", ")"))
        + " values\n"
        + rows.stream()
            .map(
                row ->
                    columns.stream()
                        .map(column -> text.literalOf(row.get(column)))
                        .collect(Collectors.joining(", ", "  (", ")")))
            .collect(Collectors.joining(",\n"));
  }
}
