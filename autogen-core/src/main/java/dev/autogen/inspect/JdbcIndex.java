package dev.autogen.inspect;

import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An index while its keys come in. */
final class JdbcIndex {

  final Map<Integer, Element> elements = new TreeMap<>();
  private final String name;
  private final boolean unique;
  private final @Nullable String predicate;

  JdbcIndex(String name, boolean unique, @Nullable String predicate) {
    this.name = name;
    this.unique = unique;
    this.predicate = predicate;
  }

  /** Whether this is the index behind the primary key, which some databases name otherwise. */
  boolean serves(@Nullable String keyName, List<String> keyColumns) {
    return name.equals(keyName)
        || (unique
            && predicate == null
            && !keyColumns.isEmpty()
            && elements.values().stream().map(Element::text).toList().equals(keyColumns));
  }

  Index index() {
    return new Index(
        name,
        List.copyOf(elements.values()),
        unique,
        null,
        List.of(),
        predicate == null || predicate.isBlank() ? null : predicate,
        false);
  }
}
