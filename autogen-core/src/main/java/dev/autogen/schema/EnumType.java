package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/** A named enum type with its values in sort order. */
public record EnumType(QualifiedName name, List<String> values) {
  public EnumType {
    Objects.requireNonNull(name, "name");
    values = List.copyOf(values);
  }
}
