package dev.autogen.rows;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of filling tables. */
record FillResult(List<FilledTable> tables) {

  /**
   * The result for one table.
   *
   * @param rows how many rows it got
   * @param reason why it got none, or null where it got some
   */
  record FilledTable(QualifiedName table, int rows, @Nullable String reason) {}

  FillResult {
    tables = List.copyOf(tables);
  }

  /** The tables without rows, a line each, with the reason. */
  List<String> empty() {
    return tables.stream()
        .filter(each -> each.rows() == 0)
        .map(each -> each.table() + " could not be given rows: " + each.reason())
        .toList();
  }
}
