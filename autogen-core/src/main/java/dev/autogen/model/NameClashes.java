package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.NameRules.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that a model uses twice although the database allows them once. On PostgreSQL tables,
 * sequences and indexes, also the indexes of keys, share the names of a schema (manual, {@code
 * pg_class}).
 *
 * <p>Hibernate only logs such a clash and goes on, and the second index is never created.
 */
final class NameClashes {

  private final DatabaseTarget database;
  private final Map<List<String>, String> holders = new HashMap<>();
  private final List<String> clashes = new ArrayList<>();

  private NameClashes(DatabaseTarget database) {
    this.database = database;
  }

  /**
   * Refuses a schema in which a name stands for two things.
   *
   * @throws AutogenException that names both
   */
  static void refuse(Schema schema, DatabaseTarget database) {
    NameClashes names = new NameClashes(database);
    schema.tables().forEach(table -> names.add("table", table.name(), "the table " + table.name()));
    schema
        .sequences()
        .forEach(
            sequence -> names.add("sequence", sequence.name(), "the sequence " + sequence.name()));
    schema.tables().forEach(names::addKeys);
    schema.tables().forEach(names::addIndexes);
    if (!names.clashes.isEmpty()) {
      throw AutogenException.usage(
          String.join("\n", names.clashes) + "\nRename one of them in its entity.");
    }
  }

  private void addKeys(Table table) {
    if (scope() != Scope.RELATIONS) {
      table.constraints().stream()
          .filter(key -> key instanceof PrimaryKey || key instanceof UniqueConstraint)
          .forEach(key -> add(table, scope() == Scope.KINDS ? "key" : "index", key.name()));
    }
  }

  private void addIndexes(Table table) {
    table.indexes().forEach(index -> add(table, "index", index.name()));
  }

  private void add(Table table, String kind, @Nullable String name) {
    if (name != null) {
      String place = scope() == Scope.TABLES ? kind + " of " + table.name() : kind;
      add(place, table.name().withName(name), "an index or key of the table " + table.name());
    }
  }

  private Scope scope() {
    return database.text().names().scope();
  }

  private void add(String kind, QualifiedName name, String holder) {
    boolean shared = scope() == Scope.RELATIONS || scope() == Scope.RELATIONS_AND_KEYS;
    @Nullable String other =
        holders.putIfAbsent(List.of(shared ? "" : kind, name.toString()), holder);
    if (other != null) {
      clashes.add(
          "The name '"
              + name.name()
              + "' is given twice, to "
              + other
              + " and to "
              + holder
              + "; "
              + database.product()
              + " takes it once in a "
              + (scope() == Scope.TABLES ? "table." : "schema."));
    }
  }
}
