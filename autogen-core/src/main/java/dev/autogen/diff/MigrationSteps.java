package dev.autogen.diff;

import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns operations into the steps of a migration, so that each works on tables with rows. */
final class MigrationSteps {

  private final DatabaseRules rules;
  private final @Nullable ColumnConversions conversions;
  private final @Nullable RestoredColumnValues lostValues;
  private final RestoredColumnMembers lostMembers;
  private final List<Operation> steps = new ArrayList<>();

  private MigrationSteps(
      DatabaseRules rules,
      @Nullable ColumnConversions conversions,
      @Nullable RestoredColumnValues lostValues,
      RestoredColumnMembers lostMembers) {
    this.rules = rules;
    this.conversions = conversions;
    this.lostValues = lostValues;
    this.lostMembers = lostMembers;
  }

  static List<Operation> upgrade(Operation operation, DatabaseRules rules) {
    MigrationSteps steps =
        new MigrationSteps(
            rules,
            null,
            null,
            new RestoredColumnMembers(Schema.empty(), List.of(), rules.text().words()));
    steps.add(operation);
    return steps.steps;
  }

  /**
   * The inverse steps. The values that the upgrade drops are lost; rows get a neutral value
   * instead.
   */
  static List<Operation> downgrade(
      List<Operation> operations,
      Schema before,
      DatabaseRules rules,
      ColumnConversions conversions) {
    MigrationSteps steps =
        new MigrationSteps(
            rules,
            conversions,
            new RestoredColumnValues(before, operations, rules),
            new RestoredColumnMembers(before, operations, rules.text().words()));
    List<Operation> reversed = new ArrayList<>(operations);
    Collections.reverse(reversed);
    for (Operation operation : reversed) {
      operation
          .reverse()
          .map(inverse -> usable(inverse, before, rules.text()))
          .ifPresent(steps::addInverse);
    }
    return steps.steps;
  }

  /**
   * Rebuilds an enum type where expressions that return with it use a restored value at once; a
   * value added in place is not usable before the commit.
   */
  private static Operation usable(Operation inverse, Schema before, TextRules text) {
    return inverse instanceof AlterEnum change
            && new NewEnumValues(text).areUsed(before, change.from(), change.to())
        ? new AlterEnum(change.from(), change.to(), true)
        : inverse;
  }

  private void addInverse(Operation inverse) {
    if (inverse instanceof AlterColumn change && gainsExpression(change)) {
      add(new DropColumn(change.table(), change.from()));
      add(new AddColumn(change.table(), change.to()));
      lostMembers.of(change.table(), change.to().name()).forEach(this::add);
    } else if (inverse instanceof AlterColumn change) {
      String using =
          conversions == null || change.from().type().equals(change.to().type())
              ? null
              : conversions.of(change.table(), change.from(), change.to());
      steps.add(new AlterColumn(change.table(), change.from(), change.to(), using));
    } else {
      add(inverse);
    }
  }

  /** Whether a plain column becomes a generated one. An existing column cannot. */
  private static boolean gainsExpression(AlterColumn change) {
    return change.from().generated() == null && change.to().generated() != null;
  }

  private void add(Operation operation) {
    if (operation instanceof CreateTable create) {
      Table table = create.table();
      steps.add(new CreateTable(table.withIndexes(List.of())));
      for (Index index : table.indexes()) {
        steps.add(new CreateIndex(table.name(), index, false));
      }
    } else if (operation instanceof CreateSequence create
        && !create.sequence().numberedColumns().isEmpty()) {
      steps.add(new CreateSequence(create.sequence().withNumberedColumns(List.of())));
      steps.add(new ExecuteSql(rules.continueNumbering(create.sequence()), null));
    } else if (operation instanceof AddColumn add && lostValues != null) {
      restore(add, lostValues);
    } else if (operation instanceof AddColumn add && needsValue(add.column())) {
      Column nullable = add.column().withNullable(true);
      steps.add(new AddColumn(add.table(), nullable));
      steps.add(new Backfill(add.table(), nullable.name(), null));
      steps.add(new AlterColumn(add.table(), nullable, add.column(), null));
    } else if (operation instanceof AlterColumn change
        && change.from().nullable()
        && needsValue(change.to().withServerDefault(null))) {
      alter(change);
    } else {
      steps.add(operation);
    }
  }

  /** Adds a column again whose values were lost. */
  private void restore(AddColumn add, RestoredColumnValues values) {
    Column column = add.column();
    boolean repeated = values.wouldRepeat(add.table(), column);
    Column bare =
        needsValue(column) || repeated ? column.withNullable(true).withServerDefault(null) : column;
    steps.add(new AddColumn(add.table(), bare));
    if (!bare.nullable()) {
      return;
    }
    boolean filled = !column.nullable() || (repeated && column.serverDefault() == null);
    if (filled) {
      steps.add(new Backfill(add.table(), bare.name(), values.of(add.table(), column)));
    }
    if (!bare.equals(column)) {
      steps.add(new AlterColumn(add.table(), bare, column, null));
    }
  }

  private void alter(AlterColumn change) {
    Column to = change.to();
    if (!change.from().withNullable(false).equals(to)) {
      steps.add(
          new AlterColumn(change.table(), change.from(), to.withNullable(true), change.using()));
    }
    steps.add(new Backfill(change.table(), to.name(), to.serverDefault()));
    steps.add(new AlterColumn(change.table(), to.withNullable(true), to, null));
  }

  private static boolean needsValue(Column column) {
    return !column.nullable()
        && column.serverDefault() == null
        && column.identity() == null
        && column.generated() == null;
  }
}
