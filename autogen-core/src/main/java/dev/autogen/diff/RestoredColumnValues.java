package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for columns that a downgrade adds again, such as their checks and types allow. */
final class RestoredColumnValues {

  private final Map<QualifiedName, Table> tables = new HashMap<>();
  private final Map<QualifiedName, EnumType> enumTypes = new HashMap<>();
  private final DatabaseRules rules;

  /**
   * Values for the columns of a schema.
   *
   * @param before the schema that the downgrade leads to
   * @param operations the upgrade's, which may take values from enum types
   */
  RestoredColumnValues(Schema before, List<Operation> operations, DatabaseRules rules) {
    this.rules = rules;
    before.tables().forEach(table -> tables.put(table.name(), table));
    before
        .enumTypes()
        .forEach(
            type ->
                enumTypes.put(
                    type.name(), new EnumType(type.name(), NewEnumValues.kept(type, operations))));
  }

  /** An SQL expression, or null where there is none to think of. */
  @Nullable String of(QualifiedName table, Column column) {
    Table owner = tables.get(table);
    if (owner != null) {
      for (CheckConstraint check : owner.checks()) {
        String allowed = firstAllowed(rules.text().words().of(check.expression()), column.name());
        if (allowed != null) {
          return allowed;
        }
      }
    }
    EnumType type = enumTypes.get(column.type().qualifiedName());
    if (type != null && column.type().dimensions() == 0 && !type.values().isEmpty()) {
      return rules.text().literal(type.values().get(0));
    }
    return rules.neutralValue(column);
  }

  /** The first value of {@code column in ('A', 'B')}. */
  private @Nullable String firstAllowed(List<String> tokens, String column) {
    boolean isList =
        tokens.size() > 4
            && rules.text().words().mentions(tokens.get(0), column)
            && tokens.get(1).equalsIgnoreCase("in")
            && tokens.get(2).equals("(");
    return isList ? tokens.get(3) : null;
  }
}
