package dev.autogen.diff;

import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds uses of values that are being added to an enum type. An added value cannot be used before
 * the transaction is committed (PostgreSQL manual, ALTER TYPE), so an expression that uses it needs
 * a new type.
 */
final class NewEnumValues {

  private final TextRules text;

  NewEnumValues(TextRules text) {
    this.text = text;
  }

  /** Whether expressions of a schema name a value that is being added. */
  boolean areUsed(Schema schema, EnumType from, EnumType to) {
    Set<String> added = new HashSet<>(to.values());
    from.values().forEach(added::remove);
    return schema.tables().stream()
        .filter(
            table ->
                table.columns().stream()
                    .anyMatch(column -> column.type().qualifiedName().equals(to.name())))
        .flatMap(NewEnumValues::expressions)
        .flatMap(sql -> text.words().literals(sql).stream())
        .anyMatch(added::contains);
  }

  private static Stream<String> expressions(Table table) {
    return Stream.of(
            table.columns().stream().map(Column::serverDefault),
            table.columns().stream()
                .map(column -> column.generated() == null ? null : column.generated().expression()),
            table.checks().stream().map(check -> check.expression()),
            table.indexes().stream().map(index -> index.predicate()))
        .flatMap(texts -> texts)
        .filter(Objects::nonNull);
  }

  /** The values that a type has throughout the operations; all of its values if none stays. */
  static List<String> kept(EnumType type, List<Operation> operations) {
    List<String> kept =
        type.values().stream()
            .filter(
                value ->
                    operations.stream()
                        .filter(AlterEnum.class::isInstance)
                        .map(AlterEnum.class::cast)
                        .filter(change -> change.to().name().equals(type.name()))
                        .allMatch(change -> change.to().values().contains(value)))
            .toList();
    return kept.isEmpty() ? type.values() : kept;
  }
}
