package dev.autogen.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name as the catalog stores it
 * @param type the type
 * @param nullable false for {@code NOT NULL}
 * @param serverDefault the SQL expression after {@code DEFAULT}, or null
 * @param identity how an identity column numbers its rows, or null
 * @param generated the expression of a generated column, or null
 * @param collation the collation where it is not the type's default, or null
 * @param comment the comment, or null
 */
public record Column(
    String name,
    SqlType type,
    boolean nullable,
    @Nullable String serverDefault,
    @Nullable Identity identity,
    @Nullable Generated generated,
    @Nullable String collation,
    @Nullable String comment) {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** A nullable column with nothing but a name and a type. */
  public static Column of(String name, SqlType type) {
    return new Column(name, type, true, null, null, null, null, null);
  }

  /** The same column under another name. */
  public Column withName(String other) {
    return new Column(
        other, type, nullable, serverDefault, identity, generated, collation, comment);
  }

  /** The same column with another type. */
  public Column withType(SqlType other) {
    return new Column(
        name, other, nullable, serverDefault, identity, generated, collation, comment);
  }

  /** The same column, nullable or not. */
  public Column withNullable(boolean other) {
    return new Column(name, type, other, serverDefault, identity, generated, collation, comment);
  }

  /** The same column with another server default, or none where that is null. */
  public Column withServerDefault(@Nullable String other) {
    return new Column(name, type, nullable, other, identity, generated, collation, comment);
  }

  /** The same column with another identity, or none where that is null. */
  public Column withIdentity(@Nullable Identity other) {
    return new Column(name, type, nullable, serverDefault, other, generated, collation, comment);
  }

  /** The same column with another generation expression, or none where that is null. */
  public Column withGenerated(@Nullable Generated other) {
    return new Column(name, type, nullable, serverDefault, identity, other, collation, comment);
  }

  /** The same column with another collation, or the type's own where that is null. */
  public Column withCollation(@Nullable String other) {
    return new Column(name, type, nullable, serverDefault, identity, generated, other, comment);
  }

  /** The same column with another comment, or none where that is null. */
  public Column withComment(@Nullable String other) {
    return new Column(name, type, nullable, serverDefault, identity, generated, collation, other);
  }
}
