package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/** A change within a table. */
public sealed interface TableOperation extends Operation
    permits CommentTable,
        AddColumn,
        DropColumn,
        RenameColumn,
        AlterColumn,
        Backfill,
        BackfillInBatches,
        Online,
        AddConstraint,
        DropConstraint,
        RenameConstraint,
        CreateIndex,
        DropIndex,
        RenameIndex {

  /** The table. */
  QualifiedName table();

  @Override
  default List<ChangedObject> changes() {
    return List.of(ChangedObject.table(table()));
  }
}
