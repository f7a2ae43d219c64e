package dev.autogen.render.java;

import dev.autogen.operation.Operation;
import java.util.List;

/**
 * What a migration for several kinds of database does.
 *
 * @param dialects the kinds of database
 * @param upgrade what it does, in order
 * @param downgrade what undoes it, in order
 */
public record PortableSteps(
    List<String> dialects, List<PortableOperation> upgrade, List<PortableOperation> downgrade) {

  /** A migration for one kind of database, which it does not name. */
  static final PortableSteps NONE = new PortableSteps(List.of(), List.of(), List.of());

  public PortableSteps {
    dialects = List.copyOf(dialects);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }

  static List<Operation> operations(List<PortableOperation> steps) {
    return steps.stream().map(PortableOperation::operation).toList();
  }
}
