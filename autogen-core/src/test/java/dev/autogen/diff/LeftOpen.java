package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Identity.Kind;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A target as it is expected in a database that was another schema before: what the target leaves
 * open stays as it was, and what it says twice is there once.
 */
final class LeftOpen {

  private final Schema first;

  private LeftOpen(Schema first) {
    this.first = first;
  }

  /** The second schema with all that it says nothing of and the first has. */
  static Schema filled(Schema first, Schema second) {
    LeftOpen open = new LeftOpen(first);
    return new Schema(
        Stream.concat(second.namespaces().stream(), first.namespaces().stream())
            .distinct()
            .toList(),
        second.tables().stream().map(RedundantUniques::without).map(open::table).toList(),
        second.sequences().stream().map(open::sequence).toList(),
        second.enumTypes().stream().map(open::enumType).toList());
  }

  private Sequence sequence(Sequence sequence) {
    return first
        .sequence(sequence.name())
        .map(
            other ->
                sequence
                    .withCache(sequence.cache() == 1 ? other.cache() : sequence.cache())
                    .withRange(sequence.range().orElse(other.range())))
        .orElse(sequence);
  }

  private EnumType enumType(EnumType type) {
    return first
        .enumType(type.name())
        .map(other -> type.withStringCasts(other.stringCasts()))
        .orElse(type);
  }

  private Table table(Table table) {
    Optional<Table> before = first.table(table.name());
    if (before.isEmpty()) {
      return table;
    }
    return table
        .withColumns(
            table.columns().stream().map(column -> column(column, before.get(), table)).toList())
        .withIndexes(table.indexes().stream().map(index -> index(index, before.get())).toList())
        .withConstraints(
            table.constraints().stream()
                .map(constraint -> constraint(constraint, before.get(), table))
                .toList());
  }

  private static Index index(Index index, Table before) {
    return before.indexes().stream()
        .filter(other -> index.parameters().isEmpty())
        .filter(other -> index.withStorage(other.parameters(), null).equals(other))
        .findFirst()
        .orElse(index);
  }

  private static Column column(Column column, Table before, Table table) {
    return drawn(numbered(column, before), before, table);
  }

  /** A key that an application may number itself by the sequence that the database draws on. */
  private static Column drawn(Column column, Table before, Table table) {
    return before
        .column(column.name())
        .filter(other -> ColumnAlignment.isNextval(PostgreSql.TEXT.words(), other.serverDefault()))
        .filter(other -> column.serverDefault() == null && column.identity() == null)
        .filter(
            other ->
                table
                    .primaryKey()
                    .map(PrimaryKey::columns)
                    .orElse(List.of())
                    .contains(other.name()))
        .map(other -> column.withServerDefault(other.serverDefault()))
        .orElse(column);
  }

  private static Column numbered(Column column, Table before) {
    Identity wanted = column.identity();
    Column other = before.column(column.name()).orElse(column);
    Identity found = other.identity();
    if (wanted == null || found == null) {
      return column;
    }
    boolean serial = wanted.kind() == Kind.SERIAL || found.kind() == Kind.SERIAL;
    if (serial) {
      return other.type().equals(column.type()) ? column.withIdentity(found) : column;
    }
    return column.withIdentity(
        Identity.byDefault().equals(wanted)
            ? found
            : started(unspecified(wanted).orElse(found), found));
  }

  /** The first number stays where neither says one, whatever the least becomes. */
  private static Identity started(Identity merged, Identity found) {
    Long least = found.range().minimum();
    return merged.start() == null && merged.range().minimum() != null
        ? merged.from(least == null ? Long.valueOf(1) : least, merged.increment())
        : merged;
  }

  /** One number at a time is what a model means that says nothing. */
  private static Identity unspecified(Identity wanted) {
    return Objects.equals(wanted.cache(), 1L) ? wanted.withCache(null) : wanted;
  }

  private static Constraint constraint(Constraint constraint, Table before, Table table) {
    if (constraint instanceof PrimaryKey key) {
      return before
          .primaryKey()
          .filter(other -> new HashSet<>(other.columns()).equals(new HashSet<>(key.columns())))
          .filter(other -> key.include().isEmpty() || sameSet(key.include(), other.include()))
          .filter(other -> other.include().stream().allMatch(name -> stays(name, before, table)))
          .filter(
              other ->
                  key.deferral() == Deferral.NOT_DEFERRABLE || key.deferral() == other.deferral())
          .map(other -> other.withName(key.name()))
          .orElse(key);
    }
    return constraint;
  }

  private static boolean stays(String name, Table before, Table table) {
    Optional<Column> one = before.column(name);
    Optional<Column> other = table.column(name);
    return other.isPresent()
        && one.isPresent()
        && computing(one.get()).equals(computing(other.get()));
  }

  private static String computing(Column column) {
    return column.generated() == null ? "" : "stored: " + column.generated().stored();
  }

  private static boolean sameSet(List<String> one, List<String> other) {
    return Set.copyOf(one).equals(Set.copyOf(other));
  }
}
