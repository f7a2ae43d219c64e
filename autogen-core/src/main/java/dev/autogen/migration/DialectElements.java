package dev.autogen.migration;

import java.util.List;
import java.util.Set;

/**
 * Elements of a new table on some kinds of database alone, in their own words.
 *
 * @param dialects the kinds, such as {@code mysql}
 */
public record DialectElements(Set<String> dialects, List<TableElement> elements)
    implements TableElement {

  public DialectElements {
    dialects = Set.copyOf(dialects);
    elements = List.copyOf(elements);
  }
}
