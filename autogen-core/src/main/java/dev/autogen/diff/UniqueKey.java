package dev.autogen.diff;

import dev.autogen.schema.Index;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.List;

/**
 * A primary key, unique constraint or unique index that a column is part of.
 *
 * @param isAlone whether it has no other column
 * @param nullsNotDistinct whether it accepts at most one null
 */
record UniqueKey(boolean isAlone, boolean nullsNotDistinct) {

  /** The keys of a table that a column is part of. */
  static List<UniqueKey> of(Table table, String column, SqlWords words) {
    List<UniqueKey> keys = new ArrayList<>();
    table
        .primaryKey()
        .filter(key -> key.columns().contains(column))
        .ifPresent(key -> keys.add(new UniqueKey(key.columns().size() == 1, false)));
    table.uniques().stream()
        .filter(key -> key.columns().contains(column))
        .forEach(key -> keys.add(new UniqueKey(key.columns().size() == 1, key.nullsNotDistinct())));
    table.indexes().stream()
        .filter(Index::unique)
        .filter(index -> index.elements().stream().anyMatch(each -> isOver(each, column, words)))
        .forEach(
            index ->
                keys.add(new UniqueKey(index.elements().size() == 1, index.nullsNotDistinct())));
    return keys;
  }

  private static boolean isOver(Index.Element element, String column, SqlWords words) {
    return element.expression()
        ? words.mentions(element.text(), column)
        : element.text().equals(column);
  }
}
