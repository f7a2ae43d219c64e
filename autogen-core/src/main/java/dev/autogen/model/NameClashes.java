package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that a model uses twice although PostgreSQL allows them once: tables, sequences and
 * indexes, also the indexes of keys, share the names of a schema (PostgreSQL manual, {@code
 * pg_class}).
 *
 * <p>Hibernate only logs such a clash and goes on, and the second index is never created.
 */
final class NameClashes {

  private final Map<QualifiedName, String> holders = new HashMap<>();
  private final List<String> clashes = new ArrayList<>();

  private NameClashes() {}

  /**
   * Refuses a schema in which a name stands for two things.
   *
   * @throws AutogenException that names both
   */
  static void refuse(Schema schema) {
    NameClashes names = new NameClashes();
    schema.tables().forEach(table -> names.add(table.name(), "the table " + table.name()));
    schema
        .sequences()
        .forEach(sequence -> names.add(sequence.name(), "the sequence " + sequence.name()));
    schema.tables().forEach(names::addIndexes);
    if (!names.clashes.isEmpty()) {
      throw AutogenException.usage(
          String.join("\n", names.clashes) + "\nRename one of them in its entity.");
    }
  }

  private void addIndexes(Table table) {
    Stream<@Nullable String> keys =
        table.constraints().stream()
            .filter(key -> key instanceof PrimaryKey || key instanceof UniqueConstraint)
            .map(key -> key.name());
    Stream.concat(keys, table.indexes().stream().map(Index::name))
        .forEach(
            name -> {
              if (name != null) {
                add(table.name().withName(name), "an index or key of the table " + table.name());
              }
            });
  }

  private void add(QualifiedName name, String holder) {
    @Nullable String other = holders.putIfAbsent(name, holder);
    if (other != null) {
      clashes.add(
          "The name '"
              + name.name()
              + "' is given twice, to "
              + other
              + " and to "
              + holder
              + "; PostgreSQL takes it once in a schema.");
    }
  }
}
