package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.Locale;

/** A table, sequence, type or schema that an operation creates, changes or drops. */
public record ChangedObject(Kind kind, QualifiedName name) {

  /** The kind of object. */
  public enum Kind {
    SCHEMA,
    TABLE,
    SEQUENCE,
    TYPE
  }

  static ChangedObject schema(String name) {
    return new ChangedObject(Kind.SCHEMA, QualifiedName.of(name));
  }

  static ChangedObject table(QualifiedName name) {
    return new ChangedObject(Kind.TABLE, name);
  }

  static ChangedObject sequence(QualifiedName name) {
    return new ChangedObject(Kind.SEQUENCE, name);
  }

  static ChangedObject type(QualifiedName name) {
    return new ChangedObject(Kind.TYPE, name);
  }

  /** {@code table users}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }
}
