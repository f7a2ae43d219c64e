package dev.autogen.render.java;

import dev.autogen.operation.Operation;
import java.util.Objects;
import java.util.Optional;

/** What a migration says in a comment above an operation, for other forms than Java. */
public final class OperationNotes {

  private OperationNotes() {}

  /**
   * The comment above an operation; empty for one that needs none.
   *
   * @param upgrade whether the operation is part of an upgrade, whose reader wants to know what is
   *     lost
   */
  public static Optional<String> of(Operation operation, boolean upgrade) {
    return operation.accept(new Statements(upgrade)).stream()
        .map(Statement::comment)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
