package dev.autogen.diff;

import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Operation;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values for columns that a downgrade adds again, as their checks, keys and types allow. */
final class RestoredColumnValues {

  private final Schema before;
  private final Map<QualifiedName, Table> tables = new HashMap<>();
  private final Map<QualifiedName, EnumType> enumTypes = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final DatabaseRules rules;

  /**
   * Values for the columns of a schema.
   *
   * @param before the schema that the downgrade leads to
   * @param operations the upgrade's operations; they may remove values from enum types
   */
  RestoredColumnValues(Schema before, List<Operation> operations, DatabaseRules rules) {
    this.before = before;
    this.rules = rules;
    before.tables().forEach(table -> tables.put(table.name(), table));
    before
        .enumTypes()
        .forEach(
            type ->
                enumTypes.put(
                    type.name(), new EnumType(type.name(), NewEnumValues.kept(type, operations))));
    for (Operation operation : operations) {
      if (operation instanceof DropColumn || operation instanceof DropTable) {
        dropped.add(operation.object());
      }
    }
  }

  /**
   * An SQL expression for the values, or null where there is none. No invented value can replace a
   * reference to another row, or a value that other rows refer to.
   */
  @Nullable String of(QualifiedName name, Column column) {
    Table table = tables.get(name);
    if (table != null && (refers(table, column) || isReferredTo(name, column))) {
      return null;
    }
    List<UniqueKey> keys = table == null ? List.of() : UniqueKey.of(table, column.name(), words());
    boolean isKey = keys.stream().anyMatch(UniqueKey::isAlone);
    String allowed = firstAllowed(table, column);
    if (allowed != null) {
      return isKey ? null : allowed;
    }
    String distinct = keys.isEmpty() ? null : rules.distinctValue(column);
    return distinct != null || isKey ? distinct : neutral(column);
  }

  /** The neutral value of a type; for a composite type the row of those of its attributes. */
  private @Nullable String neutral(Column column) {
    CompositeType type = before.compositeType(column.type().qualifiedName()).orElse(null);
    if (type == null || column.type().dimensions() > 0) {
      String label = firstLabel(column);
      return label == null ? rules.neutralValue(column) : label;
    }
    return type.attributes().stream()
        .map(each -> String.valueOf(neutral(Column.of(each.name(), each.type()))))
        .collect(Collectors.joining(", ", "row(", ")"));
  }

  /**
   * Whether an added column would have the same value in all rows although a key needs different
   * ones.
   */
  boolean wouldRepeat(QualifiedName name, Column column) {
    Table table = tables.get(name);
    if (table == null || column.identity() != null || column.generated() != null) {
      return false;
    }
    String value = column.serverDefault();
    return UniqueKey.of(table, column.name(), words()).stream()
        .filter(UniqueKey::isAlone)
        .anyMatch(
            key ->
                value == null
                    ? column.nullable() && key.nullsNotDistinct()
                    : !words().of(value).contains("("));
  }

  private SqlWords words() {
    return rules.text().words();
  }

  private static boolean refers(Table table, Column column) {
    return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
  }

  /** Whether rows that stay refer to the lost values. */
  private boolean isReferredTo(QualifiedName name, Column column) {
    return before.tables().stream()
        .filter(table -> !dropped.contains(table.name().toString()))
        .anyMatch(
            table ->
                table.foreignKeys().stream()
                    .filter(key -> key.referencedTable().equals(name))
                    .filter(key -> key.referencedColumns().contains(column.name()))
                    .anyMatch(key -> stays(table, key)));
  }

  private boolean stays(Table table, ForeignKey key) {
    return key.columns().stream()
        .noneMatch(column -> dropped.contains(table.name() + "." + column));
  }

  private @Nullable String firstAllowed(@Nullable Table table, Column column) {
    if (table != null) {
      for (CheckConstraint check : table.checks()) {
        List<String> tokens = words().of(check.expression());
        if (isList(tokens, column.name(), words())) {
          return tokens.get(3);
        }
      }
    }
    return firstLabel(column);
  }

  private @Nullable String firstLabel(Column column) {
    EnumType type = enumTypes.get(column.type().qualifiedName());
    return type != null && column.type().dimensions() == 0 && !type.values().isEmpty()
        ? rules.text().literal(type.values().get(0))
        : null;
  }

  /** Whether it begins with {@code column in ('A'}. */
  static boolean isList(List<String> tokens, String column, SqlWords words) {
    return tokens.size() > 4
        && words.mentions(tokens.get(0), column)
        && tokens.get(1).equalsIgnoreCase("in")
        && tokens.get(2).equals("(");
  }
}
