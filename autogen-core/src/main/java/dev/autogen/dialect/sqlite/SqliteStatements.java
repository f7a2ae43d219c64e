package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.CommitEachStep;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropComposite;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.DropSchema;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Nothing;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.OwnSequence;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.RenameSequence;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Writes the statements of each kind of operation. */
final class SqliteStatements implements Operation.Visitor<List<SqlStatement>> {

  private static final String NO_SEQUENCES =
      "it has none; create a table with one row and the column next_val, as Hibernate does, or let"
          + " the key be an integer primary key";

  private final Schema before;

  SqliteStatements(Schema before) {
    this.before = before;
  }

  private static List<SqlStatement> sql(String statement) {
    return List.of(SqlStatement.of(statement));
  }

  private List<SqlStatement> change(TableOperation operation) {
    return new TableChange(List.of(operation), before).statements();
  }

  @Override
  public List<SqlStatement> visit(CreateSchema operation) {
    throw Definitions.impossible(
        "create the schema " + operation.name(),
        "it has no schemas; leave the schema out of the entities");
  }

  @Override
  public List<SqlStatement> visit(DropSchema operation) {
    throw Definitions.impossible("drop the schema " + operation.name(), "it has no schemas");
  }

  @Override
  public List<SqlStatement> visit(CreateTable operation) {
    Table table = operation.table();
    List<SqlStatement> statements = new ArrayList<>(sql(Definitions.create(table)));
    table.form().rows().forEach(row -> statements.addAll(sql(row.sql())));
    table
        .indexes()
        .forEach(index -> statements.addAll(sql(Definitions.create(table.name(), index))));
    return statements;
  }

  @Override
  public List<SqlStatement> visit(DropTable operation) {
    Definitions.refuseSchema(operation.table().name());
    return sql("drop table " + SqliteText.quote(operation.table().name()));
  }

  @Override
  public List<SqlStatement> visit(RenameTable operation) {
    Definitions.refuseSchema(operation.from());
    Definitions.refuseSchema(operation.to());
    return sql(
        "alter table "
            + SqliteText.quote(operation.from())
            + " rename to "
            + SqliteText.quote(operation.to()));
  }

  @Override
  public List<SqlStatement> visit(CommentTable operation) {
    throw Definitions.impossible(
        "hold a comment of the table " + operation.table(), "leave op.commentTable out");
  }

  @Override
  public List<SqlStatement> visit(AddColumn operation) {
    return change(operation);
  }

  @Override
  public List<SqlStatement> visit(DropColumn operation) {
    return change(operation);
  }

  @Override
  public List<SqlStatement> visit(RenameColumn operation) {
    Definitions.refuseSchema(operation.table());
    return sql(
        "alter table "
            + SqliteText.quote(operation.table())
            + " rename column "
            + SqliteText.quote(operation.from())
            + " to "
            + SqliteText.quote(operation.to()));
  }

  @Override
  public List<SqlStatement> visit(AlterColumn operation) {
    return change(operation);
  }

  @Override
  public List<SqlStatement> visit(Backfill operation) {
    return change(operation);
  }

  @Override
  public List<SqlStatement> visit(BackfillInBatches operation) {
    return List.of(
        SqlStatement.of(
            "update "
                + SqliteText.quote(operation.table())
                + " set "
                + operation.set()
                + " where "
                + operation.where()));
  }

  @Override
  public List<SqlStatement> visit(Online operation) {
    return operation.change().accept(this);
  }

  @Override
  public List<SqlStatement> visit(CommitEachStep operation) {
    return List.of();
  }

  @Override
  public List<SqlStatement> visit(AddConstraint operation) {
    return change(operation);
  }

  @Override
  public List<SqlStatement> visit(DropConstraint operation) {
    return change(operation);
  }

  @Override
  public List<SqlStatement> visit(RenameConstraint operation) {
    return change(operation);
  }

  @Override
  public List<SqlStatement> visit(CreateIndex operation) {
    return sql(Definitions.create(operation.table(), operation.index()));
  }

  @Override
  public List<SqlStatement> visit(DropIndex operation) {
    return sql("drop index " + SqliteText.quote(String.valueOf(operation.index().name())));
  }

  /** SQLite cannot rename an index: it is made anew from its own text. */
  @Override
  public List<SqlStatement> visit(RenameIndex operation) {
    QualifiedName table = operation.table();
    Index index =
        before.table(table).stream()
            .flatMap(found -> found.indexes().stream())
            .filter(each -> operation.from().equals(each.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    AutogenException.failed(
                        "cannot rename the index "
                            + operation.from()
                            + " of "
                            + table
                            + ": there is none",
                        null));
    List<SqlStatement> statements =
        new ArrayList<>(sql("drop index " + SqliteText.quote(operation.from())));
    statements.addAll(sql(Definitions.create(table, index.withName(operation.to()))));
    return statements;
  }

  @Override
  public List<SqlStatement> visit(CreateSequence operation) {
    throw Definitions.impossible(
        "create the sequence " + operation.sequence().name(), NO_SEQUENCES);
  }

  @Override
  public List<SqlStatement> visit(DropSequence operation) {
    throw Definitions.impossible("drop the sequence " + operation.sequence().name(), NO_SEQUENCES);
  }

  @Override
  public List<SqlStatement> visit(AlterSequence operation) {
    throw Definitions.impossible("alter the sequence " + operation.to().name(), NO_SEQUENCES);
  }

  @Override
  public List<SqlStatement> visit(RenameSequence operation) {
    throw Definitions.impossible("rename the sequence " + operation.from(), NO_SEQUENCES);
  }

  @Override
  public List<SqlStatement> visit(OwnSequence operation) {
    throw Definitions.impossible(
        "let a column own the sequence " + operation.sequence(), NO_SEQUENCES);
  }

  private static AutogenException noType(QualifiedName name) {
    return Definitions.impossible(
        "have the type " + name, "use a text column with a check (@Enumerated(STRING) alone)");
  }

  @Override
  public List<SqlStatement> visit(CreateEnum operation) {
    throw noType(operation.type().name());
  }

  @Override
  public List<SqlStatement> visit(DropEnum operation) {
    throw noType(operation.type().name());
  }

  @Override
  public List<SqlStatement> visit(AlterEnum operation) {
    throw noType(operation.to().name());
  }

  @Override
  public List<SqlStatement> visit(CreateComposite operation) {
    throw noType(operation.type().name());
  }

  @Override
  public List<SqlStatement> visit(DropComposite operation) {
    throw noType(operation.type().name());
  }

  @Override
  public List<SqlStatement> visit(AlterComposite operation) {
    throw noType(operation.to().name());
  }

  @Override
  public List<SqlStatement> visit(RenameType operation) {
    throw noType(operation.from());
  }

  @Override
  public List<SqlStatement> visit(ExecuteSql operation) {
    return SqliteText.RULES.statements(operation.sql()).stream().map(SqlStatement::of).toList();
  }

  @Override
  public List<SqlStatement> visit(Nothing operation) {
    return List.of();
  }
}
