package dev.autogen.comparison;

import dev.autogen.dialect.Dialect;
import dev.autogen.model.EntityModel;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Checks the types of a model: types that the database lacks, and types that a mapping chooses
 * without saying so.
 */
final class ModelTypes {

  private final Dialect dialect;
  private final EntityModel model;

  ModelTypes(Dialect dialect, EntityModel model) {
    this.dialect = dialect;
    this.model = model;
  }

  /**
   * Refuses types of other databases, and unknown types of columns that the database does not have.
   * Warns of types that must be created first.
   *
   * @throws AutogenException that names attribute, table and column of each
   */
  void check(SchemaComparison compared, Connection connection, Consumer<String> warnings)
      throws SQLException {
    refuseUnnamed(compared.target());
    Set<SqlType> asked = types(compared.target());
    asked.removeAll(types(compared.actual()));
    asked.removeIf(type -> compared.target().typeNames().anyMatch(type.qualifiedName()::equals));
    if (asked.isEmpty()) {
      return;
    }
    Set<SqlType> unknown = dialect.expressionRules().unknownTypes(connection, asked);
    List<String> foreign = new ArrayList<>();
    for (Table table : compared.target().tables()) {
      for (Column column : table.columns()) {
        if (unknown.contains(column.type())) {
          say(table, column, foreign, warnings);
        }
      }
    }
    if (!foreign.isEmpty()) {
      throw AutogenException.usage(String.join("\n", foreign));
    }
  }

  private void refuseUnnamed(Schema target) {
    List<String> unnamed = new ArrayList<>();
    for (Table table : target.tables()) {
      table.columns().stream()
          .filter(column -> column.type().isUnknown())
          .forEach(
              column ->
                  unnamed.add(
                      model.place(table.name(), column.name())
                          + ": Hibernate does not say which type a new column has. Write it, such as"
                          + " @Column(columnDefinition = \"jsonb\")."));
    }
    if (!unnamed.isEmpty()) {
      throw AutogenException.usage(String.join("\n", unnamed));
    }
  }

  /** Warns of type changes that a mapping makes without saying so. */
  void advise(SchemaComparison compared, Consumer<String> warnings) {
    for (Operation operation : compared.comparison().operations()) {
      if (operation instanceof AlterColumn change) {
        String advice = dialect.typeRules().advice(change.from(), change.to());
        if (advice != null) {
          warnings.accept(
              model.place(change.table(), change.to().name())
                  + " becomes "
                  + change.to().type()
                  + ": "
                  + advice
                  + ".");
        }
      }
    }
  }

  private static Set<SqlType> types(Schema schema) {
    Set<SqlType> types = new HashSet<>();
    schema.tables().stream()
        .flatMap(table -> Stream.of(table.columns()))
        .forEach(columns -> columns.forEach(column -> types.add(column.type())));
    types.remove(SqlType.unknown());
    return types;
  }

  private void say(Table table, Column column, List<String> foreign, Consumer<String> warnings) {
    String place = model.place(table.name(), column.name());
    String replacement = dialect.typeRules().replacement(column.type());
    if (replacement == null) {
      warnings.accept(
          place
              + " has the type '"
              + column.type()
              + "', which the database does not have. If an extension or a type of your own brings"
              + " it, create that in an earlier migration.");
    } else {
      foreign.add(
          place
              + ": "
              + dialect.name()
              + " has no type '"
              + column.type()
              + "'. Write "
              + replacement
              + " in its columnDefinition, or leave that out.");
    }
  }
}
