package dev.autogen.authoring;

import dev.autogen.dialect.TypeRules;
import dev.autogen.render.java.PortableOperation;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds one column in words that mean the right thing on several kinds of database. */
final class PortableColumns {

  /**
   * A column in words.
   *
   * @param types its type on the kinds of database where the word means something else
   */
  record Words(Column column, Map<String, SqlType> types) {}

  private static final QualifiedName TABLE = QualifiedName.of("words");

  private final Map<String, TypeRules> rules;

  /** Words for these kinds of database. */
  PortableColumns(Map<String, TypeRules> rules) {
    this.rules = new LinkedHashMap<>(rules);
  }

  /**
   * The words for a column, given what it is on each kind of database; empty where more than its
   * type differs. Of several words the one is taken that is right on most, and of those the one of
   * the first database.
   */
  Optional<Words> words(Map<String, Column> columns) {
    List<Column> all = rules.keySet().stream().map(columns::get).toList();
    Column first = all.get(0);
    Words best = null;
    for (SqlType type : distinct(all.stream().map(Column::type).toList())) {
      for (@Nullable String value : distinct(all.stream().map(Column::serverDefault).toList())) {
        Column word =
            first
                .withType(type)
                .withServerDefault(value)
                .withIdentity(firstOf(all.stream().map(Column::identity).toList()))
                .withComment(firstOf(all.stream().map(Column::comment).toList()));
        Optional<Words> found = words(word, columns);
        if (found.isPresent() && (best == null || cost(found.get()) < cost(best))) {
          best = found.get();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** How much there is to read: the databases with another type, and a type that is no word. */
  private static int cost(Words words) {
    boolean plain = PortableOperation.isWord(words.column().type());
    return 2 * words.types().size() + (plain ? 0 : 3);
  }

  private Optional<Words> words(Column word, Map<String, Column> columns) {
    Map<String, SqlType> types = new HashMap<>();
    for (Map.Entry<String, TypeRules> each : rules.entrySet()) {
      Column actual = columns.get(each.getKey());
      Column meant = each.getValue().ofWord(word);
      if (!same(each.getValue(), meant, actual)) {
        if (!same(each.getValue(), meant.withType(actual.type()), actual)) {
          return Optional.empty();
        }
        types.put(each.getKey(), actual.type());
      }
    }
    return Optional.of(new Words(word, types));
  }

  private static boolean same(TypeRules rules, Column one, Column other) {
    return canonical(rules, one).equals(canonical(rules, other));
  }

  private static Column canonical(TypeRules rules, Column column) {
    Table table = new Table(TABLE, List.of(column), List.of(), List.of(), null);
    Schema schema = rules.canonical(Schema.empty().withTables(List.of(table)));
    return schema.tables().get(0).columns().get(0);
  }

  private static <T> List<T> distinct(List<T> values) {
    Set<T> distinct = new LinkedHashSet<>(values);
    return new ArrayList<>(distinct);
  }

  private static <T> @Nullable T firstOf(List<@Nullable T> values) {
    return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }
}
