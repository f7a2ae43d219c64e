package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.sql.SqlWords;
import dev.autogen.sql.TextRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations that make a schema out of nothing. */
public final class SchemaScript {

  private SchemaScript() {}

  /**
   * The operations that create everything in a schema, in order.
   *
   * @param text how names and expressions of the database are written
   */
  public static List<Operation> create(Schema schema, TextRules text) {
    return creation(schema, text).upgrade();
  }

  /**
   * The operations that drop everything in a schema, in order: they undo {@link #create}.
   *
   * @param text how names and expressions of the database are written
   */
  public static List<Operation> drop(Schema schema, TextRules text) {
    return creation(schema, text).downgrade();
  }

  /**
   * The operations that create what a schema has, with those that drop it again.
   *
   * @param text how names and expressions of the database are written
   * @param options which names are left alone
   */
  public static Comparison comparison(Schema schema, TextRules text, DiffOptions options) {
    Schema free =
        schema.withSequences(
            schema.sequences().stream()
                .map(
                    sequence ->
                        isNumbered(schema, sequence, text.words())
                            ? sequence
                            : sequence.withOwner(null))
                .toList());
    return Diff.compare(free, Schema.empty(), new NoRules(text), options);
  }

  private static Comparison creation(Schema schema, TextRules text) {
    return comparison(schema, text, DiffOptions.everything());
  }

  /** Whether the column that owns a sequence creates it along with itself. */
  private static boolean isNumbered(Schema schema, Sequence sequence, SqlWords words) {
    Sequence.Owner owner = sequence.owner();
    return owner != null
        && schema
            .table(owner.table())
            .flatMap(table -> table.column(owner.column()))
            .filter(column -> !ColumnAlignment.isNextval(words, column.serverDefault()))
            .isPresent();
  }

  /** Nothing is there that could be compared or converted. */
  private record NoRules(TextRules text) implements DatabaseRules {

    @Override
    public @Nullable String word(Expression expression) {
      return null;
    }

    @Override
    public @Nullable String conversion(Column from, Column to) {
      return null;
    }

    @Override
    public boolean comparable(Column from, Column to) {
      return true;
    }

    @Override
    public boolean sortable(Column column) {
      return true;
    }

    @Override
    public @Nullable String neutralValue(Column column) {
      return null;
    }

    @Override
    public String continueNumbering(Sequence sequence) {
      throw new IllegalStateException("There are no rows: " + sequence.name());
    }
  }
}
