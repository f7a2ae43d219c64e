package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.sql.TextRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the comparison has to know of the database and cannot read from the schemas. */
public interface DatabaseRules {

  /** The database's word for an expression, or null where it gave none. */
  @Nullable String word(Expression expression);

  /**
   * The schema in which a table's columns say by a default of their own which sequence they draw
   * on, where a short form such as {@code serial} says it by the names of table and column. A
   * renamed table or column keeps its sequence.
   */
  Schema spelledOut(Schema schema, QualifiedName table);

  /**
   * The SQL expression that turns the values of a column into those of its new type, or null where
   * the database converts them by itself.
   */
  @Nullable String conversion(Column from, Column to);

  /**
   * The SQL expression that turns the ordinals of an enum into the names of its values, or these
   * into ordinals.
   *
   * @param names the names, each at the place of its ordinal
   * @param complete whether the column holds no others; others make the conversion fail
   */
  String enumConversion(Column from, Column to, List<String> names, boolean complete);

  /**
   * Whether the values of both types compare with each other, so that foreign keys and conditions
   * bear the change from one to the other.
   */
  boolean comparable(Column from, Column to);

  /** Whether an ordinary index takes the values of a column. */
  boolean sortable(Column column);

  /**
   * A value that stands in for one that is lost, such as {@code ''} or {@code 0}, or null where the
   * type has none.
   */
  @Nullable String neutralValue(Column column);

  /** An SQL expression with another value for each row, or null where the type has too few. */
  @Nullable String distinctValue(Column column);

  /**
   * The SQL that sets a new sequence behind the numbers of the columns that it feeds, as far as
   * there are rows.
   */
  String continueNumbering(Sequence sequence);

  /** How the database's names and expressions are written. */
  TextRules text();
}
