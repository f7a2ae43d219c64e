package dev.autogen.dialect;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds one spelling for everything that a database can spell in several ways. */
public interface TypeRules {

  /**
   * The same schema in canonical form: one name per type, one spelling per default and expression
   * as far as the text decides, and a fixed order for lists whose order has no meaning.
   */
  Schema canonical(Schema schema);

  /**
   * The column that a column of a migration for several kinds of database means on this one: its
   * type, its default, and what of it the database has. Words that are not known stay as they are.
   */
  default Column ofWord(Column written) {
    return written;
  }

  /** What of a model the database cannot hold, so that it is left out, a sentence each. */
  default List<String> leftOut(Schema model) {
    return List.of();
  }

  /**
   * The same schema with the short forms of a table's columns written out: a {@code serial} column,
   * whose sequence follows from the names of table and column, gets a default that names the
   * sequence.
   */
  Schema spelledOut(Schema schema, QualifiedName table);

  /**
   * The SQL expression that converts the values of a column to its new type, or null if the
   * database converts them by itself and fails if a value does not fit.
   */
  @Nullable String conversion(Column from, Column to);

  /**
   * The SQL expression that converts the ordinals of an enum to the names of its values, or the
   * names to ordinals.
   *
   * @param names the names, each at the position of its ordinal
   * @param complete whether the column can hold no other values; if false, other values make the
   *     conversion fail
   */
  String enumConversion(Column from, Column to, List<String> names, boolean complete);

  /**
   * Whether values of both types can be compared, so that foreign keys and conditions stay valid
   * when one type changes to the other.
   */
  boolean comparable(Column from, Column to);

  /**
   * The model with the names of the database, where the database takes a name of the model for the
   * same. Both are in canonical form.
   */
  default Schema spelledLike(Schema actual, Schema model) {
    return model;
  }

  /**
   * The type that a column of the model shall have, given the one that it has in the database: the
   * model's own, or the other one if the model accepts it. Both are in canonical form.
   */
  default SqlType known(SqlType model, SqlType actual) {
    return model;
  }

  /**
   * The sequence that the model shall have, given the one of that name in the database, which may
   * not tell everything.
   */
  default Sequence known(Sequence model, Sequence actual) {
    return model;
  }

  /**
   * Whether foreign keys over a column can stay while its type changes, or whether the database
   * numbers it; asked only where values of both types can be compared.
   */
  default boolean keepsForeignKeys(Column from, Column to) {
    return true;
  }

  /**
   * Whether a type holds every value of another.
   *
   * @param wider a type in canonical form
   * @param narrower the other type, in canonical form; the same type is held
   * @return false also where this is not known
   */
  boolean holds(SqlType wider, SqlType narrower);

  /**
   * What becomes of the values of a column that its new type does not hold. The values of a
   * generated column are computed, so that none is lost.
   */
  Narrowing narrowing(Column from, Column to);

  /** Whether an ordinary index can hold the values of a column. */
  boolean sortable(Column column);

  /**
   * The SQL that sets a new sequence to follow the highest number in the columns that it numbers,
   * if they have rows.
   */
  String continueNumbering(Sequence sequence);

  /**
   * An SQL expression of a value that replaces a lost one, such as {@code ''} or {@code 0}; null if
   * the type has none.
   */
  @Nullable String neutralValue(Column column);

  /**
   * An SQL expression with a different value for each row, such as {@code row_number() over ()};
   * null if the type has too few values.
   */
  @Nullable String distinctValue(Column column);

  /**
   * Advice for authors who did not intend the change of type, such as another way to write the
   * mapping; null if there is none.
   */
  @Nullable String advice(Column from, Column to);

  /** What to write instead of a type of another database; null if that is not known. */
  @Nullable String replacement(SqlType type);
}
