package dev.autogen.cli;

import dev.autogen.review.ReviewedRevision;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An entity relationship diagram of the tables that a revision changes, with their neighbours, in
 * the language of Mermaid. What is new is marked by {@code new}, what is gone by {@code gone}.
 */
final class ReviewDiagram {

  /** A diagram of more tables is no help. */
  private static final int MOST_TABLES = 40;

  private final Schema before;
  private final Schema after;
  private final Map<QualifiedName, String> words = new HashMap<>();

  private ReviewDiagram(ReviewedRevision revision) {
    this.before = revision.before();
    this.after = revision.after();
  }

  /** The diagram as Markdown; a sentence where it would show too much, nothing for no change. */
  static String of(ReviewedRevision revision) {
    return new ReviewDiagram(revision).text();
  }

  private String text() {
    Set<QualifiedName> changed = new LinkedHashSet<>();
    names(before, after)
        .filter(name -> !before.table(name).equals(after.table(name)))
        .forEach(changed::add);
    Set<QualifiedName> shown = new LinkedHashSet<>(changed);
    names(before, after)
        .forEach(
            name ->
                references(name)
                    .forEach(
                        key -> {
                          if (changed.contains(name) || changed.contains(key.referencedTable())) {
                            shown.add(name);
                            shown.add(key.referencedTable());
                          }
                        }));
    if (changed.isEmpty()) {
      return "";
    } else if (shown.size() > MOST_TABLES) {
      return "\nA diagram of " + shown.size() + " tables is left out.\n";
    }
    StringBuilder text = new StringBuilder("\n```mermaid\nerDiagram\n");
    for (QualifiedName name : shown) {
      table(text, name, changed.contains(name));
      references(name)
          .filter(key -> shown.contains(key.referencedTable()))
          .map(
              key ->
                  "  "
                      + table(key.referencedTable())
                      + " ||--o{ "
                      + table(name)
                      + " : "
                      + word(String.join("_", key.columns()))
                      + "\n")
          .distinct()
          .forEach(text::append);
    }
    return text.append("```\n").toString();
  }

  private static Stream<QualifiedName> names(Schema before, Schema after) {
    return Stream.concat(before.tables().stream(), after.tables().stream())
        .map(Table::name)
        .distinct();
  }

  private Stream<ForeignKey> references(QualifiedName name) {
    return Stream.of(before, after)
        .flatMap(schema -> schema.table(name).stream())
        .flatMap(table -> table.constraints().stream())
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast)
        .distinct();
  }

  private void table(StringBuilder text, QualifiedName name, boolean changed) {
    Optional<Table> old = before.table(name);
    Optional<Table> now = after.table(name);
    String mark = old.isEmpty() ? "_new" : now.isEmpty() ? "_gone" : "";
    text.append("  ").append(table(name));
    if (!changed) {
      text.append("\n");
      return;
    }
    text.append("[").append(table(name) + mark).append("] {\n");
    Stream.of(old, now)
        .flatMap(table -> table.stream())
        .flatMap(table -> table.columns().stream())
        .map(Column::name)
        .distinct()
        .forEach(column -> column(text, old, now, column));
    text.append("  }\n");
  }

  private static void column(
      StringBuilder text, Optional<Table> old, Optional<Table> now, String name) {
    Optional<Column> was = old.flatMap(table -> table.column(name));
    Optional<Column> is = now.flatMap(table -> table.column(name));
    String mark = "";
    if (was.isEmpty()) {
      mark = " \"new\"";
    } else if (is.isEmpty()) {
      mark = " \"gone\"";
    } else if (!was.equals(is)) {
      mark = " \"changed\"";
    }
    Column column = is.or(() -> was).orElseThrow();
    text.append("    ")
        .append(word(column.type().toString()))
        .append(' ')
        .append(word(name))
        .append(mark)
        .append('\n');
  }

  /** The word for a table; names that look alike in it get a number. */
  private String table(QualifiedName name) {
    String known = words.get(name);
    if (known != null) {
      return known;
    }
    String word = word(name.toString());
    String free = word;
    for (int i = 2; words.containsValue(free); i++) {
      free = word + "_" + i;
    }
    words.put(name, free);
    return free;
  }

  /** Letters, digits and underscores alone: nothing else means the same to all of Mermaid. */
  private static String word(String text) {
    String word = text.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("_+$", "");
    return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "t_" + word : word;
  }
}
