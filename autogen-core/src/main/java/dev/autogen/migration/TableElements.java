package dev.autogen.migration;

import java.util.List;

/** Several elements of a new table, in order. */
public record TableElements(List<TableElement> elements) implements TableElement {
  public TableElements {
    elements = List.copyOf(elements);
  }
}
