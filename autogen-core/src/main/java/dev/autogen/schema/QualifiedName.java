package dev.autogen.schema;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, sequence or type, as the catalog stores it: unquoted, in its exact case.
 *
 * @param schema the schema, or null for the connection's default schema
 * @param name the name within the schema
 */
public record QualifiedName(@Nullable String schema, String name)
    implements Comparable<QualifiedName> {

  private static final Comparator<QualifiedName> ORDER =
      Comparator.comparing(QualifiedName::schemaOrEmpty).thenComparing(QualifiedName::name);

  public QualifiedName {
    Objects.requireNonNull(name, "name");
  }

  /** A name in the default schema. Dots are part of the name. */
  public static QualifiedName of(String name) {
    return new QualifiedName(null, name);
  }

  /** A name in the given schema, or in the default schema where that is null. */
  public static QualifiedName of(@Nullable String schema, String name) {
    return new QualifiedName(schema, name);
  }

  /** The same schema with another name. */
  public QualifiedName withName(String other) {
    return new QualifiedName(schema, other);
  }

  private String schemaOrEmpty() {
    return schema == null ? "" : schema;
  }

  @Override
  public int compareTo(QualifiedName other) {
    return ORDER.compare(this, other);
  }

  /** The name for messages, {@code schema.name} or {@code name}; never for SQL. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
