package dev.autogen.inspect;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table while its rows come in. */
final class JdbcTable {

  final QualifiedName name;
  final Map<Integer, Column> columns = new TreeMap<>();
  final Map<Integer, String> keyColumns = new TreeMap<>();
  final Map<String, JdbcForeignKey> foreignKeys = new LinkedHashMap<>();
  final Map<String, JdbcIndex> indexes = new TreeMap<>();
  @Nullable String keyName;
  private final @Nullable String comment;

  JdbcTable(QualifiedName name, @Nullable String comment) {
    this.name = name;
    this.comment = comment == null || comment.isEmpty() ? null : comment;
  }

  Table table() {
    List<Constraint> constraints = new ArrayList<>();
    List<String> key = List.copyOf(keyColumns.values());
    if (!key.isEmpty()) {
      constraints.add(PrimaryKey.of(keyName, key));
    }
    foreignKeys.values().stream()
        .map(JdbcForeignKey::foreignKey)
        .sorted(
            Comparator.comparing(
                ForeignKey::name, Comparator.nullsFirst(Comparator.naturalOrder())))
        .forEach(constraints::add);
    List<Index> plain =
        indexes.values().stream()
            .filter(index -> !index.serves(keyName, key))
            .map(JdbcIndex::index)
            .toList();
    return new Table(name, List.copyOf(columns.values()), constraints, plain, comment);
  }
}
