package dev.autogen.dialect.h2;

import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameSequence;
import dev.autogen.schema.Schema;
import java.util.List;

/** Writes the SQL of operations on H2. */
final class H2Renderer implements SqlRenderer {

  private final H2Names names;

  H2Renderer(H2Names names) {
    this.names = names;
  }

  @Override
  public List<SqlStatement> render(Operation operation, Schema before) {
    if (operation instanceof Online online) {
      return render(online.plain(before), before);
    }
    return operation.completed(before).accept(new H2Statements(names, before));
  }

  @Override
  public boolean needsSchema(Operation operation) {
    if (operation instanceof AlterColumn change) {
      return change.from().type().isUnknown();
    }
    return operation instanceof Online
        || operation instanceof AlterEnum
        || operation instanceof DropIndex
        || operation instanceof DropEnum
        || operation instanceof RenameSequence;
  }
}
