package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the ignored part of a database needs from the compared part. */
final class IgnoredDependents {

  private record Reference(String owner, ForeignKey key) {}

  private final SqlWords words;
  private final List<Reference> references = new ArrayList<>();
  private final Map<QualifiedName, String> types = new LinkedHashMap<>();
  private final Map<String, String> sequences = new LinkedHashMap<>();

  IgnoredDependents(Schema actual, Schema visible, SqlWords words) {
    this.words = words;
    Map<QualifiedName, Table> compared = new HashMap<>();
    visible.tables().forEach(table -> compared.put(table.name(), table));
    for (Table table : actual.tables()) {
      Optional<Table> seen = Optional.ofNullable(compared.get(table.name()));
      for (ForeignKey key : table.foreignKeys()) {
        if (seen.filter(each -> each.constraints().contains(key)).isEmpty()) {
          references.add(new Reference("the ignored table " + table.name(), key));
        }
      }
      for (Column column : table.columns()) {
        if (seen.flatMap(each -> each.column(column.name())).isEmpty()) {
          add(table, column);
        }
      }
    }
  }

  private void add(Table table, Column column) {
    String owner = "the ignored column " + table.name() + "." + column.name();
    types.put(column.type().qualifiedName(), owner);
    if (ColumnAlignment.isNextval(words, column.serverDefault())) {
      words.literals(column.serverDefault()).stream()
          .map(text -> SqlType.parse(text).name())
          .forEach(name -> sequences.put(name, owner));
    }
  }

  /** Adds the foreign keys of a table that stays to those that must keep working. */
  void addKeysOf(Table table) {
    table
        .foreignKeys()
        .forEach(key -> references.add(new Reference("the table " + table.name(), key)));
  }

  /**
   * Says which object refers to a table, or to some of its columns; empty if none does.
   *
   * @param columns the columns; none for the table itself
   */
  Optional<String> reason(QualifiedName table, List<String> columns) {
    return references.stream()
        .filter(each -> each.key().referencedTable().equals(table))
        .filter(each -> each.key().referencedColumns().containsAll(columns))
        .findFirst()
        .map(each -> each.owner() + " refers to it");
  }

  /** Says whose foreign key refers to exactly these columns; empty if none does. */
  Optional<String> keyReason(QualifiedName table, List<String> columns) {
    Set<String> wanted = new HashSet<>(columns);
    return references.stream()
        .filter(each -> each.key().referencedTable().equals(table))
        .filter(each -> new HashSet<>(each.key().referencedColumns()).equals(wanted))
        .findFirst()
        .map(each -> each.owner() + " refers to it");
  }

  Optional<String> typeReason(QualifiedName type) {
    return Optional.ofNullable(types.get(type)).map(owner -> owner + " is of it");
  }

  Optional<String> sequenceReason(QualifiedName sequence) {
    return Optional.ofNullable(sequences.get(sequence.name()))
        .map(owner -> owner + " takes its values from it");
  }
}
