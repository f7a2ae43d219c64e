package dev.autogen.render.java;

import dev.autogen.operation.Operation;
import dev.autogen.operation.TableOperation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes alternatives as comments above the statements that drop something, in either direction.
 */
final class Alternatives {

  private final List<Alternative> alternatives;
  private final boolean upgrade;

  Alternatives(List<Alternative> alternatives, boolean upgrade) {
    this.alternatives = alternatives;
    this.upgrade = upgrade;
  }

  /** The statements of an operation; the first has a comment if there is an alternative. */
  List<Statement> of(Operation operation, List<Statement> statements) {
    for (Alternative each : alternatives) {
      Optional<Operation> instead =
          upgrade ? Optional.of(each.instead()) : each.instead().reverse();
      if (!statements.isEmpty() && instead.isPresent() && isPlace(each, operation)) {
        Statement first = statements.get(0);
        Code code = instead.get().accept(new Statements(false)).get(0).code();
        return Statement.withFirst(
            statements, first.withAlternative(comment(each, first.comment()), code));
      }
    }
    return statements;
  }

  private boolean isPlace(Alternative alternative, Operation operation) {
    return upgrade
        ? operation.equals(alternative.dropped())
        : !operation.makesAnew() && isUndone(alternative.added(), operation);
  }

  /** Whether a drop takes away what an addition makes. */
  private static boolean isUndone(Operation addition, Operation drop) {
    return !drop.takes().isEmpty() && drop.takes().get(0).equals(addition.makes().get(0));
  }

  private String comment(Alternative alternative, @Nullable String before) {
    Operation replaced = upgrade ? alternative.dropped() : alternative.added();
    Operation replacement = upgrade ? alternative.added() : alternative.dropped();
    boolean isColumn = replacement instanceof TableOperation;
    return (before == null ? "" : before + " ")
        + "If "
        + replaced.object()
        + " was renamed, put this in its place and leave out what "
        + (isColumn ? "adds " : "creates ")
        + replacement.object()
        + ":";
  }
}
