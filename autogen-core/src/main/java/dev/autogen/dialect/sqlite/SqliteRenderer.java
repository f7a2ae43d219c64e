package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the SQL of operations on SQLite. */
final class SqliteRenderer implements SqlRenderer {

  @Override
  public List<SqlStatement> render(Operation operation, Schema before) {
    if (operation instanceof Online online) {
      return render(online.plain(before), before);
    }
    return collects(operation) || operation instanceof AlterColumn || operation instanceof Backfill
        ? render(List.of((TableOperation) operation), before)
        : operation.completed(before).accept(new SqliteStatements(before));
  }

  @Override
  public boolean needsSchema(Operation operation) {
    return collects(operation)
        || operation instanceof AlterColumn
        || operation instanceof Backfill
        || operation instanceof Online
        || operation instanceof RenameIndex;
  }

  /** Whether an expression may read other tables, so that what happens to them matters. */
  private static boolean readsOthers(@Nullable String expression) {
    return expression != null && SqliteText.RULES.words().names(expression).contains("select");
  }

  @Override
  public boolean collects(Operation operation) {
    return operation instanceof AddColumn
        || operation instanceof DropColumn
        || operation instanceof AlterColumn change && !readsOthers(change.using())
        || operation instanceof Backfill fill && !readsOthers(fill.expression())
        || operation instanceof CreateIndex
        || operation instanceof DropIndex
        || operation instanceof AddConstraint
        || operation instanceof DropConstraint
        || operation instanceof RenameConstraint;
  }

  @Override
  public List<SqlStatement> render(List<TableOperation> operations, Schema before) {
    return new TableChange(operations, before).statements();
  }
}
