package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Index;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds indexes and unique constraints that name an attribute where the annotation asks for its
 * column. Hibernate accepts that and writes DDL which the database refuses.
 */
final class AttributesAsColumns {

  private static final Pattern WORD = Pattern.compile("\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final Map<String, String> attributes;
  private final List<String> found = new ArrayList<>();

  private AttributesAsColumns(Map<String, String> attributes) {
    this.attributes = attributes;
  }

  /**
   * Refuses tables in which an attribute stands for a column.
   *
   * @param attributes the attributes of columns, such as {@code shop.Order.note}, by {@code
   *     table.column} in lower case
   * @throws AutogenException that names each with its columns
   */
  static void refuse(Collection<Table> tables, Map<String, String> attributes) {
    AttributesAsColumns wrong = new AttributesAsColumns(attributes);
    tables.forEach(wrong::look);
    if (!wrong.found.isEmpty()) {
      throw AutogenException.usage(
          String.join("\n", wrong.found)
              + "\nCorrect the mapping, compile, and run the command again.");
    }
  }

  private void look(Table table) {
    for (Index index : table.indexes()) {
      index.elements().stream()
          .filter(Index.Element::expression)
          .forEach(element -> look(table, element.text(), "@Index(columnList"));
    }
    table.constraints().stream()
        .filter(UniqueConstraint.class::isInstance)
        .flatMap(constraint -> ((UniqueConstraint) constraint).columns().stream())
        .forEach(column -> look(table, column, "@UniqueConstraint(columnNames"));
  }

  private void look(Table table, String name, String annotation) {
    if (!WORD.matcher(name).matches() || table.column(name).isPresent()) {
      return;
    }
    String prefix = table.name().name().toLowerCase(Locale.ROOT) + ".";
    Map<String, List<String>> columns = new TreeMap<>();
    table
        .columns()
        .forEach(
            column -> {
              String key = prefix + column.name().toLowerCase(Locale.ROOT);
              String attribute = attributes.getOrDefault(key, "");
              int end = end(attribute, spelling(name));
              if (end > 0) {
                columns
                    .computeIfAbsent(attribute.substring(0, end), each -> new ArrayList<>())
                    .add(column.name());
              }
            });
    columns.forEach(
        (attribute, named) -> {
          String written = attribute.substring(attribute.lastIndexOf('.') + 1);
          found.add(
              annotation
                  + " = \""
                  + written
                  + "\") of the table "
                  + table.name()
                  + " names the attribute "
                  + attribute
                  + "; name its "
                  + (named.size() == 1 ? "column" : "columns")
                  + " instead: "
                  + String.join(", ", named));
        });
  }

  /**
   * Where the part of an attribute's path ends that has a name; 0 if none has it. The path begins
   * with the name of the entity's class.
   */
  private static int end(String attribute, String name) {
    int end = 0;
    boolean afterClass = false;
    for (String part : attribute.split("\\.")) {
      end += part.length();
      if (afterClass && spelling(part).equals(name)) {
        return end;
      }
      afterClass |= !part.isEmpty() && Character.isUpperCase(part.charAt(0));
      end++;
    }
    return 0;
  }

  /** A name without what naming strategies change: {@code homeAddress} becomes home_address. */
  private static String spelling(String name) {
    return name.replace("_", "").replace("\"", "").toLowerCase(Locale.ROOT);
  }
}
