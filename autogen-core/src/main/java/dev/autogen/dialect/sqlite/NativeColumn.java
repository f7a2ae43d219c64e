package dev.autogen.dialect.sqlite;

import dev.autogen.operation.ColumnUses;
import dev.autogen.schema.Column;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableSource;
import dev.autogen.sql.SqlWords;

/** Says which columns SQLite adds and drops by itself (manual, lang_altertable). */
final class NativeColumn {

  private NativeColumn() {}

  /** Whether a column can be added to a table with rows. */
  static boolean canBeAdded(Column column) {
    if (column.identity() != null) {
      return false;
    } else if (column.generated() != null) {
      return !column.generated().stored();
    }
    String value = CanonicalTable.serverDefault(column.serverDefault());
    return value == null ? column.nullable() : Literals.isConstant(value);
  }

  /** Whether nothing but indexes of its own uses a column. */
  static boolean canBeDropped(Table table, String column) {
    SqlWords words = SqliteText.RULES.words();
    ColumnUses uses = new ColumnUses(words);
    TableSource source = table.form().source();
    return table.columns().size() > 1
        && table.constraints().stream().noneMatch(each -> uses.uses(each, column))
        && table.columns().stream()
            .noneMatch(
                each ->
                    each.generated() != null
                        && words.mentions(each.generated().expression(), column))
        && (source == null
            || source.triggers().values().stream().noneMatch(each -> words.mentions(each, column)));
  }
}
