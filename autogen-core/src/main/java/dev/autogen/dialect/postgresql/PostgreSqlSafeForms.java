package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.SafeForms;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.CommitEachStep;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes migrations of PostgreSQL in steps that let readers and writers go on. */
final class PostgreSqlSafeForms implements SafeForms {

  /** The rows of one batch: some milliseconds of work. */
  private static final int BATCH = 1000;

  private static final String FORMER = "_former";

  @Override
  public List<Operation> of(List<Operation> operations, Schema before) {
    // What stands in the way of a change, such as a view, must not be missing for others meanwhile.
    boolean together = operations.stream().anyMatch(PostgreSqlSafeForms::isInTheWay);
    return together || exchanges(operations)
        ? operations
        : new Rewriting(operations, before).steps();
  }

  private static boolean isInTheWay(Operation operation) {
    return operation instanceof ExecuteSql raw && raw.sql().regionMatches(true, 0, "drop ", 0, 5);
  }

  /** Whether names are exchanged: they must not be missing in between. */
  private static boolean exchanges(List<Operation> operations) {
    Set<String> left = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof RenameTable rename) {
        left.add("table " + rename.from());
        taken.add("table " + rename.to());
      } else if (operation instanceof RenameColumn rename) {
        left.add(rename.table() + "." + rename.from());
        taken.add(rename.table() + "." + rename.to());
      }
    }
    return left.stream().anyMatch(taken::contains);
  }

  /** The rewriting of one migration. */
  private static final class Rewriting {

    private final List<Operation> operations;
    private final Schema before;
    private final Set<QualifiedName> made = new HashSet<>();
    private final Map<Operation, Operation> former = new HashMap<>();
    private final List<Operation> steps = new ArrayList<>();

    Rewriting(List<Operation> operations, Schema before) {
      this.operations = operations;
      this.before = before;
    }

    List<Operation> steps() {
      for (Operation operation : operations) {
        if (operation instanceof CreateTable create) {
          made.add(create.table().name());
        }
      }
      for (int i = 0; i < operations.size(); i++) {
        Operation operation = operations.get(i);
        if (operation instanceof TableOperation change && !made.contains(change.table())) {
          add(change, i);
        } else {
          steps.add(operation);
        }
      }
      if (steps.stream().filter(this::isOnOthers).count() > 1 || !steps.equals(operations)) {
        steps.add(0, new CommitEachStep());
      }
      return steps;
    }

    /** Whether an operation locks what was there before. */
    private boolean isOnOthers(Operation operation) {
      if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key) {
        return !made.contains(add.table()) || !made.contains(key.referencedTable());
      } else if (operation instanceof TableOperation change) {
        return !made.contains(change.table());
      } else if (operation instanceof CreateTable create) {
        return create.table().foreignKeys().stream()
            .anyMatch(key -> !made.contains(key.referencedTable()));
      }
      return !(operation instanceof CreateSchema
          || operation instanceof CreateSequence
          || operation instanceof CreateEnum
          || operation instanceof CreateComposite
          || operation instanceof ExecuteSql);
    }

    private void add(TableOperation operation, int position) {
      change(operation, position);
      Operation old = former.get(operation);
      if (old != null) {
        steps.add(old);
      }
    }

    private void change(TableOperation operation, int position) {
      if (operation instanceof CreateIndex create && isPlain(create.table())) {
        steps.add(new CreateIndex(create.table(), create.index(), true));
      } else if (operation instanceof DropIndex drop && isPlain(drop.table())) {
        Operation successor = successor(drop, position);
        if (successor == null) {
          steps.add(new DropIndex(drop.table(), drop.index(), true));
        } else {
          String name = String.valueOf(drop.index().name());
          String other = formerName(name);
          steps.add(new RenameIndex(drop.table(), name, other));
          former.put(successor, new DropIndex(drop.table(), drop.index().withName(other), true));
        }
      } else if (operation instanceof DropConstraint drop) {
        Operation successor = successor(drop, position);
        if (successor == null) {
          steps.add(drop);
        } else {
          String name = String.valueOf(drop.constraint().name());
          String other = formerName(name);
          steps.add(new RenameConstraint(drop.table(), name, other));
          former.put(
              successor, new DropConstraint(drop.table(), drop.constraint().withName(other)));
        }
      } else if (operation instanceof AddConstraint add) {
        constraint(add);
      } else if (operation instanceof AlterColumn change) {
        column(change);
      } else if (operation instanceof Backfill fill) {
        steps.add(batches(fill));
      } else if (operation instanceof AddColumn add && isVolatile(add.column())) {
        added(add);
      } else {
        steps.add(operation);
      }
    }

    private void constraint(AddConstraint add) {
      if (!OnlineSql.hasForm(add, before)) {
        steps.add(add);
        return;
      }
      if (add.constraint() instanceof PrimaryKey key) {
        before
            .table(add.table())
            .ifPresent(
                table ->
                    table.columns().stream()
                        .filter(each -> key.columns().contains(each.name()) && each.nullable())
                        .filter(each -> !isMadeNotNull(table, each))
                        .forEach(each -> steps.add(Online.notNull(add.table(), each))));
      }
      steps.add(new Online(add));
    }

    private boolean isMadeNotNull(Table table, Column column) {
      return operations.stream()
          .anyMatch(
              each ->
                  each instanceof AlterColumn change
                      && change.table().equals(table.name())
                      && change.to().name().equals(column.name())
                      && !change.to().nullable());
    }

    private void column(AlterColumn change) {
      Column to = change.to();
      if (!change.from().nullable() || to.nullable() || change.from().type().isUnknown()) {
        steps.add(change);
        return;
      }
      if (!change.from().equals(to.withNullable(true))) {
        steps.add(
            new AlterColumn(change.table(), change.from(), to.withNullable(true), change.using()));
      }
      steps.add(Online.notNull(change.table(), to));
    }

    /** A backfill that computes a row from others cannot be divided. */
    private static Operation batches(Backfill fill) {
      String expression = fill.expression();
      if (expression == null || StatementVisitor.hasWindow(expression)) {
        return fill;
      }
      String column = PostgreSqlText.RULES.names().written(fill.column());
      return new BackfillInBatches(
          fill.table(), column + " = " + expression, column + " is null", BATCH);
    }

    /** A default that differs from row to row would rewrite the table. */
    private void added(AddColumn add) {
      Column column = add.column();
      Column bare = column.withServerDefault(null).withNullable(true);
      Column nullable = column.withNullable(true);
      steps.add(new AddColumn(add.table(), bare));
      steps.add(new AlterColumn(add.table(), bare, nullable, null));
      steps.add(batches(new Backfill(add.table(), column.name(), column.serverDefault())));
      if (!column.nullable()) {
        steps.add(Online.notNull(add.table(), column));
      }
    }

    private static boolean isVolatile(Column column) {
      return column.serverDefault() != null
          && column.identity() == null
          && column.generated() == null
          && VolatileDefaults.mayBe(column.serverDefault());
    }

    /** An index is not built concurrently on a partitioned table. */
    private boolean isPlain(QualifiedName table) {
      return before.table(table).filter(each -> each.form().partitionBy() != null).isEmpty();
    }

    /**
     * The operation that makes an object of the same name again, if the old one can stay until
     * then: nothing in between changes the columns or rows of the table.
     */
    private @Nullable Operation successor(TableOperation drop, int position) {
      for (Operation next : operations.subList(position + 1, operations.size())) {
        if (next instanceof TableOperation on && on.table().equals(drop.table())) {
          if (isSuccessor(drop, next)) {
            return next;
          } else if (next instanceof DropColumn
              || next instanceof Backfill
              || next instanceof AlterColumn) {
            return null;
          }
        }
      }
      return null;
    }

    private boolean isSuccessor(TableOperation drop, Operation next) {
      @Nullable String old =
          drop instanceof DropIndex index
              ? index.index().name()
              : drop instanceof DropConstraint constraint ? constraint.constraint().name() : null;
      if (old == null) {
        return false;
      } else if (next instanceof CreateIndex create) {
        return old.equals(create.index().name()) && isPlain(create.table());
      }
      return next instanceof AddConstraint add
          && !(add.constraint() instanceof PrimaryKey)
          && old.equals(add.constraint().name())
          && OnlineSql.hasForm(add, before);
    }

    private static String formerName(String name) {
      return LongNames.suffixed(name, FORMER);
    }
  }
}
