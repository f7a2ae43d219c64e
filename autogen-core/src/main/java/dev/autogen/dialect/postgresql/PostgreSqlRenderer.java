package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Writes the SQL of operations on PostgreSQL. */
public final class PostgreSqlRenderer implements SqlRenderer {

  @Override
  public List<SqlStatement> render(Operation operation, Schema before) {
    return operation.completed(before).accept(new StatementVisitor(before));
  }

  @Override
  public Optional<String> batch(BackfillInBatches operation) {
    return Optional.of(OnlineSql.batch(operation));
  }

  @Override
  public boolean needsSchema(Operation operation) {
    if (operation instanceof AlterColumn change) {
      return change.from().type().isUnknown() || AlterColumnSql.usesOtherNames(change);
    } else if (operation instanceof AlterEnum change) {
      return change.from().values().isEmpty() || !change.addsInPlace();
    }
    return operation instanceof AlterComposite || operation instanceof Online;
  }
}
