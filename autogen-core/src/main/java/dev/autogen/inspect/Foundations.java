package dev.autogen.inspect;

import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.schema.DatabaseObject;
import java.sql.SQLException;
import java.util.List;

/**
 * The types and functions of people's own that a schema may rest on: domains, composite types,
 * ranges, functions and procedures, each list in an order in which it can be created.
 *
 * @param preparation what is said in a transaction before any of them is created
 * @param beforeTables what needs no tables: the type of a column, a function in a check
 * @param afterTables what needs tables, such as a function of their rows
 * @param leftOut what rests on a view or the like, which is no part of a schema
 */
public record Foundations(
    List<String> preparation,
    List<DatabaseObject> beforeTables,
    List<DatabaseObject> afterTables,
    List<LeftOut> leftOut) {

  /** None at all. */
  public static final Foundations NONE =
      new Foundations(List.of(), List.of(), List.of(), List.of());

  /** Reads the foundations when they are needed, which is seldom. */
  @FunctionalInterface
  public interface Source {

    /** The foundations of the database at hand. */
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
