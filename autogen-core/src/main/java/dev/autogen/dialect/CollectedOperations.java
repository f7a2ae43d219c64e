package dev.autogen.dialect;

import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Holds operations back that a database carries out together, table by table, until something comes
 * that has to see their effect, or until {@link #flush}.
 */
public final class CollectedOperations {

  private record Waiting(List<TableOperation> operations, Schema before) {}

  private final SqlRenderer renderer;
  private final BiConsumer<List<TableOperation>, List<SqlStatement>> then;
  private final Map<QualifiedName, Waiting> tables = new LinkedHashMap<>();

  /**
   * Holds operations back.
   *
   * @param then what to do with operations that are complete, and their statements
   */
  public CollectedOperations(
      SqlRenderer renderer, BiConsumer<List<TableOperation>, List<SqlStatement>> then) {
    this.renderer = renderer;
    this.then = then;
  }

  /**
   * Takes an operation that the renderer collects.
   *
   * @param before the schema before it
   */
  public void add(TableOperation operation, Schema before) {
    tables
        .computeIfAbsent(operation.table(), key -> new Waiting(new ArrayList<>(), before))
        .operations()
        .add(operation);
  }

  /** Completes what has to be done before another operation. */
  public void makeWayFor(Operation operation) {
    if (operation instanceof DropTable drop) {
      complete(drop.table().name());
    } else if (operation instanceof RenameIndex rename) {
      complete(rename.table());
    } else if (!(operation instanceof CreateTable)) {
      flush();
    }
  }

  /** Completes everything. */
  public void flush() {
    List.copyOf(tables.keySet()).forEach(this::complete);
  }

  private void complete(QualifiedName table) {
    Waiting waiting = tables.remove(table);
    if (waiting != null) {
      then.accept(waiting.operations(), renderer.render(waiting.operations(), waiting.before()));
    }
  }
}
