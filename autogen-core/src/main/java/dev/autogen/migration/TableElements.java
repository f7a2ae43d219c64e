package dev.autogen.migration;

import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.stream.Stream;

/** Several elements of a new table, in order. */
public record TableElements(List<TableElement> elements) implements TableElement {
  public TableElements {
    elements = List.copyOf(elements);
  }

  /** The single elements on the database that the words are of, with its own types. */
  static List<TableElement> single(List<TableElement> elements, DatabaseWords words) {
    return elements.stream().flatMap(each -> single(each, words)).toList();
  }

  private static Stream<TableElement> single(TableElement element, DatabaseWords words) {
    if (element instanceof TableElements several) {
      return single(several.elements(), words).stream();
    } else if (element instanceof ColumnDefinition column) {
      return Stream.of(new ColumnDefinition(column.in(words)));
    } else if (element instanceof DialectElements some) {
      if (words.dialect().isEmpty()) {
        throw AutogenException.usage(
            "A table's element is on "
                + String.join(" and ", some.dialects())
                + " alone, but the migration is for one kind of database; name all that it is for"
                + " in @Revision(dialects = {…}).");
      }
      return some.dialects().contains(words.dialect())
          ? single(some.elements(), DatabaseWords.OWN).stream()
          : Stream.of();
    }
    return Stream.of(element);
  }
}
