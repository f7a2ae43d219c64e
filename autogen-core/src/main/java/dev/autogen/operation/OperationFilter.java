package dev.autogen.operation;

import java.util.List;

/**
 * Decides what becomes of each operation that a comparison proposes.
 *
 * <p>A project names its filters in {@code META-INF/services/dev.autogen.operation.OperationFilter}
 * on its class path, or under {@code [diff] operation-filter} in {@code autogen.toml}. A filter has
 * a public constructor without parameters, and gives the same answer whenever it is asked: a
 * migration is compared again when it is proven.
 *
 * <pre>{@code
 * public final class KeepsArchives implements OperationFilter {
 *   @Override
 *   public List<Operation> filter(Operation proposed) {
 *     boolean archive =
 *         proposed instanceof DropTable drop
 *             && drop.table().name().name().endsWith("_archive");
 *     return archive ? List.of() : List.of(proposed);
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface OperationFilter {

  /**
   * The operations to use in place of a proposed one: the same one to keep it, none to leave it
   * out, others to replace it.
   *
   * @param proposed an operation with its complete old and new values; one per difference, in the
   *     order in which a migration would run them
   */
  List<Operation> filter(Operation proposed);
}
