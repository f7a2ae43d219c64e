package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.TextRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts about a database that a comparison needs and cannot read from the schemas. */
public interface DatabaseRules {

  /** The expression as the database prints it, or null where it gave no answer. */
  @Nullable String word(Expression expression);

  /**
   * Writes out, as a default, which sequence each column of a table uses. A short form such as
   * {@code serial} implies the sequence's name from the names of table and column; the default
   * keeps the sequence when these are renamed.
   */
  Schema spelledOut(Schema schema, QualifiedName table);

  /**
   * The SQL expression that turns the values of a column into those of its new type, or null where
   * the database converts them by itself.
   */
  @Nullable String conversion(Column from, Column to);

  /**
   * The SQL expression that turns the ordinals of an enum into the names of its values, or the
   * names into ordinals.
   *
   * @param names the names in the order of their ordinals
   * @param complete whether the column holds no other values; where it may, the conversion fails on
   *     them
   */
  String enumConversion(Column from, Column to, List<String> names, boolean complete);

  /**
   * Whether values of both types can be compared with each other, so that foreign keys and
   * conditions still work after the change.
   */
  boolean comparable(Column from, Column to);

  /** Whether foreign keys over a column can stay while it changes to a comparable type. */
  default boolean keepsForeignKeys(Column from, Column to) {
    return true;
  }

  /** Whether a type holds every value of another. */
  boolean holds(SqlType wider, SqlType narrower);

  /** Whether an ordinary index can be built over the column. */
  boolean sortable(Column column);

  /**
   * A value to use in place of a lost one, such as {@code ''} or {@code 0}, or null where the type
   * has none.
   */
  @Nullable String neutralValue(Column column);

  /**
   * An SQL expression that gives each row another value, or null where the type has too few values.
   */
  @Nullable String distinctValue(Column column);

  /**
   * The SQL that makes a new sequence continue after the highest number in the columns that it
   * numbers, if they have rows.
   */
  String continueNumbering(Sequence sequence);

  /** How the database's names and expressions are written. */
  TextRules text();
}
