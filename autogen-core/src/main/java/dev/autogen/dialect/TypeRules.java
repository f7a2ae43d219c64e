package dev.autogen.dialect;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one spelling of everything that a database can spell in several ways. */
public interface TypeRules {

  /**
   * The same schema in canonical form: one name per type, one spelling per default and expression
   * where the text decides, lists in a fixed order where their order means nothing.
   */
  Schema canonical(Schema schema);

  /**
   * The schema in which a table's columns say by a default of their own which sequence they draw
   * on, where a short form such as {@code serial} says it by the names of table and column.
   */
  Schema spelledOut(Schema schema, QualifiedName table);

  /**
   * The SQL expression that turns the values of a column into those of its new type, or null where
   * the database converts them by itself, and fails where a value does not fit.
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
   * The SQL that sets a new sequence behind the numbers of the columns that it feeds, as far as
   * there are rows.
   */
  String continueNumbering(Sequence sequence);

  /**
   * An SQL expression of a value that stands in for one that is lost, such as {@code ''} or {@code
   * 0}, or null where the type has none.
   */
  @Nullable String neutralValue(Column column);

  /**
   * An SQL expression with another value for each row, such as {@code row_number() over ()}, or
   * null where the type has too few.
   */
  @Nullable String distinctValue(Column column);

  /**
   * What people who did not mean a change of type should know, such as how its mapping is written
   * otherwise, or null where there is nothing to say.
   */
  @Nullable String advice(Column from, Column to);

  /** What to write instead of a type of other databases, or null where nothing is known of it. */
  @Nullable String replacement(SqlType type);
}
