package dev.autogen.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named type of several attributes, as Hibernate makes for {@code @Struct} (SQL standard, 4.7
 * User-defined types; PostgreSQL manual, 8.16 Composite Types). The order of the attributes counts:
 * Hibernate reads and writes them by position.
 *
 * @param comment what {@code comment on type} says, or null
 */
public record CompositeType(
    QualifiedName name, List<Attribute> attributes, @Nullable String comment) {

  /**
   * An attribute of a composite type.
   *
   * @param collation a collation other than the type's own, or null
   * @param comment what {@code comment on column} says, or null
   */
  public record Attribute(
      String name, SqlType type, @Nullable String collation, @Nullable String comment) {
    public Attribute {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }

    /** An attribute without collation and comment. */
    public static Attribute of(String name, SqlType type) {
      return new Attribute(name, type, null, null);
    }

    /** The same attribute under another name. */
    public Attribute withName(String other) {
      return new Attribute(other, type, collation, comment);
    }

    /** The same attribute of another type. */
    public Attribute withType(SqlType other) {
      return new Attribute(name, other, collation, comment);
    }

    /** The same attribute with another collation; null for that of its type. */
    public Attribute withCollation(@Nullable String other) {
      return new Attribute(name, type, other, comment);
    }

    /** The same attribute with another comment; null for none. */
    public Attribute withComment(@Nullable String other) {
      return new Attribute(name, type, collation, other);
    }
  }

  public CompositeType {
    Objects.requireNonNull(name, "name");
    attributes = List.copyOf(attributes);
  }

  /** The attribute of that exact name. */
  public Optional<Attribute> attribute(String attribute) {
    return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
  }

  /** The same type under another name. */
  public CompositeType withName(QualifiedName other) {
    return new CompositeType(other, attributes, comment);
  }

  /** The same type with other attributes. */
  public CompositeType withAttributes(List<Attribute> others) {
    return new CompositeType(name, others, comment);
  }

  /** The same type with another comment; null for none. */
  public CompositeType withComment(@Nullable String other) {
    return new CompositeType(name, attributes, other);
  }

  /** Whether an attribute is of that type, or an array of it. */
  public boolean uses(QualifiedName type) {
    return attributes.stream().anyMatch(each -> each.type().qualifiedName().equals(type));
  }
}
