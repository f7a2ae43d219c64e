package dev.autogen.dialect.mysql;

import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameSequence;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import java.util.List;

/** Writes the SQL of operations on MySQL and MariaDB. */
final class MySqlRenderer implements SqlRenderer {

  private final KnownServer server;

  MySqlRenderer(KnownServer server) {
    this.server = server;
  }

  @Override
  public List<SqlStatement> render(Operation operation, Schema before) {
    if (operation instanceof Online online) {
      return render(online.plain(before), before);
    }
    return operation.completed(before).accept(new MySqlStatements(server.get(), before));
  }

  @Override
  public boolean needsSchema(Operation operation) {
    return operation instanceof Online
        || operation instanceof AlterColumn
        || operation instanceof DropColumn
        || operation instanceof RenameColumn
        || operation instanceof DropConstraint
        || operation instanceof RenameConstraint
        || operation instanceof DropIndex
        || operation instanceof RenameSequence
        || operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey;
  }
}
