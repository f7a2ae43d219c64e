package dev.autogen.dialect;

import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import java.util.List;

/** Writes a migration so that those who use the tables meanwhile wait for moments only. */
public interface SafeForms {

  /**
   * Operations that do the same, in the order and in the steps in which they do the least harm.
   * Operations that have no other form, and those on tables that are made here, stay as they are.
   *
   * @param before the schema before the first of them
   */
  List<Operation> of(List<Operation> operations, Schema before);
}
