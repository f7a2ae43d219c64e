package dev.autogen.operation;

import dev.autogen.schema.Index;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What becomes of the known statements of a table when it changes. */
final class SourceEffects {

  private SourceEffects() {}

  /** The table without the statements of indexes that it has no more. */
  static Table changed(Table table) {
    TableSource source = table.form().source();
    if (source == null || source.indexes().isEmpty()) {
      return table;
    }
    Set<String> names = new HashSet<>();
    table.indexes().stream().map(Index::name).filter(Objects::nonNull).forEach(names::add);
    Map<String, String> indexes = new LinkedHashMap<>(source.indexes());
    if (!indexes.keySet().retainAll(names)) {
      return table;
    }
    return table.withForm(
        table
            .form()
            .withSource(
                new TableSource(source.table(), indexes, source.triggers(), source.renames())));
  }

  /** The table after a rename of something that its statements may name. */
  static Table renamed(Table table, TableSource.Renamed rename) {
    TableSource source = table.form().source();
    return source == null ? table : table.withForm(table.form().withSource(source.before(rename)));
  }
}
