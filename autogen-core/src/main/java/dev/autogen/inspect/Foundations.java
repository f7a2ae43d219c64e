package dev.autogen.inspect;

import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.schema.DatabaseObject;
import java.sql.SQLException;
import java.util.List;

/**
 * The user-defined types and functions that a schema may use: domains, composite types, ranges,
 * functions and procedures. Each list is in an order in which it can be created.
 *
 * @param preparation statements that run in a transaction before any of them is created
 * @param beforeTables those that need no tables: the type of a column, a function in a check
 * @param afterTables those that need tables, such as a function over their rows
 * @param leftOut those that use a view or a similar object, which is not part of a schema
 */
public record Foundations(
    List<String> preparation,
    List<DatabaseObject> beforeTables,
    List<DatabaseObject> afterTables,
    List<LeftOut> leftOut) {

  /** No types and functions. */
  public static final Foundations NONE =
      new Foundations(List.of(), List.of(), List.of(), List.of());

  /** Reads the foundations only when they are needed, which is rare. */
  @FunctionalInterface
  public interface Source {

    /** The foundations of the current database. */
    Foundations read() throws SQLException;
  }

  public Foundations {
    preparation = List.copyOf(preparation);
    beforeTables = List.copyOf(beforeTables);
    afterTables = List.copyOf(afterTables);
    leftOut = List.copyOf(leftOut);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return beforeTables.isEmpty() && afterTables.isEmpty();
  }
}
