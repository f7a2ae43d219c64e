package dev.autogen.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of which only the name is known, because the author of a migration named it to drop
 * it. It never occurs in a {@link Table}.
 */
public record NamedConstraint(String name) implements Constraint {
  public NamedConstraint {
    Objects.requireNonNull(name, "name");
  }

  @Override
  public Constraint withName(@Nullable String other) {
    return new NamedConstraint(Objects.requireNonNull(other, "name"));
  }
}
