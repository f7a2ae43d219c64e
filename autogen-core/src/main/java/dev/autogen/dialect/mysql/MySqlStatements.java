package dev.autogen.dialect.mysql;

import static dev.autogen.dialect.mysql.MySqlRefusals.impossible;

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
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the statements of each kind of operation. The server commits before and after each. */
final class MySqlStatements implements Operation.Visitor<List<SqlStatement>> {

  private static final String INSTEAD_OF_TYPE =
      "a column has its values itself: map it with @Enumerated(EnumType.STRING) alone";

  private final Server server;
  private final MySqlColumnSql columns;
  private final MySqlConstraintSql constraints;
  private final MySqlSequences sequences;
  private final Schema before;

  MySqlStatements(Server server, Schema before) {
    this.server = server;
    this.columns = new MySqlColumnSql(server);
    this.constraints = new MySqlConstraintSql(server);
    this.sequences = new MySqlSequences(server);
    this.before = before;
  }

  private static List<SqlStatement> sql(String statement, Operation makes) {
    return List.of(SqlStatement.alone(statement, makes));
  }

  private static String alterTable(QualifiedName table) {
    return "alter table " + MySqlNames.quote(table) + " ";
  }

  private MySqlTableChanges changes(QualifiedName name) {
    Table table =
        before.table(name).orElseGet(() -> new Table(name, List.of(), List.of(), List.of(), null));
    return new MySqlTableChanges(server, table);
  }

  @Override
  public List<SqlStatement> visit(CreateSchema operation) {
    return sql("create database if not exists " + MySqlNames.quote(operation.name()), operation);
  }

  /** {@code DROP DATABASE} would take its tables along. */
  @Override
  public List<SqlStatement> visit(DropSchema operation) {
    String name = operation.name();
    String question =
        "select if((select count(*) from information_schema.tables where table_schema = "
            + MySqlNames.literal(name)
            + ") = 0, 'empty', (select "
            + MySqlNames.literal("the database " + name + " still has tables; drop them first")
            + " union select ''))";
    return List.of(
        SqlStatement.of(question),
        SqlStatement.alone("drop database " + MySqlNames.quote(name), operation));
  }

  @Override
  public List<SqlStatement> visit(CreateTable operation) {
    Table table = operation.table();
    String parts =
        Stream.of(
                table.columns().stream().map(columns::definition),
                table.constraints().stream()
                    .map(each -> constraints.definition(table.name(), each)),
                table.indexes().stream().map(each -> constraints.index(table.name(), each)))
            .flatMap(each -> each)
            .collect(Collectors.joining(",\n  ", " (\n  ", "\n)"));
    StringBuilder sql =
        new StringBuilder("create table ").append(MySqlNames.quote(table.name())).append(parts);
    if (table.comment() != null && !table.comment().isEmpty()) {
      sql.append(" comment = ").append(MySqlNames.literal(table.comment()));
    }
    table.form().parameters().forEach(each -> sql.append(' ').append(each));
    if (table.form().partitionBy() != null) {
      sql.append(" partition by ").append(table.form().partitionBy());
    }
    return sql(sql.toString(), operation);
  }

  @Override
  public List<SqlStatement> visit(DropTable operation) {
    return sql("drop table " + MySqlNames.quote(operation.table().name()), operation);
  }

  @Override
  public List<SqlStatement> visit(RenameTable operation) {
    QualifiedName to = operation.to();
    QualifiedName target =
        to.schema() == null ? QualifiedName.of(operation.from().schema(), to.name()) : to;
    return sql(
        "rename table " + MySqlNames.quote(operation.from()) + " to " + MySqlNames.quote(target),
        operation);
  }

  @Override
  public List<SqlStatement> visit(CommentTable operation) {
    String comment = operation.to() == null ? "" : operation.to();
    return sql(
        alterTable(operation.table()) + "comment = " + MySqlNames.literal(comment), operation);
  }

  @Override
  public List<SqlStatement> visit(AddColumn operation) {
    String key =
        operation.column().identity() == null
            ? ""
            : ", " + MySqlTableChanges.identityIndex(operation.column());
    return sql(
        alterTable(operation.table())
            + "add column "
            + columns.definition(operation.column())
            + key,
        operation);
  }

  @Override
  public List<SqlStatement> visit(DropColumn operation) {
    return changes(operation.table()).dropColumn(operation);
  }

  @Override
  public List<SqlStatement> visit(RenameColumn operation) {
    return changes(operation.table()).renameColumn(operation);
  }

  @Override
  public List<SqlStatement> visit(AlterColumn operation) {
    if (operation.from().type().isUnknown()) {
      throw AutogenException.failed(
          "cannot alter "
              + operation.object()
              + ": there is no such column; 'autogen diff' shows how database and model differ",
          null);
    }
    return changes(operation.table()).alterColumn(operation);
  }

  @Override
  public List<SqlStatement> visit(Backfill operation) {
    return List.of(SqlStatement.of(MySqlBackfillSql.of(operation)));
  }

  @Override
  public List<SqlStatement> visit(BackfillInBatches operation) {
    return List.of(
        SqlStatement.of(
            "update "
                + MySqlNames.quote(operation.table())
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
    return operation.constraint() instanceof PrimaryKey
        ? changes(operation.table()).addPrimaryKey(operation)
        : sql(
            alterTable(operation.table())
                + "add "
                + constraints.definition(operation.table(), operation.constraint()),
            operation);
  }

  @Override
  public List<SqlStatement> visit(DropConstraint operation) {
    return changes(operation.table()).dropConstraint(operation);
  }

  @Override
  public List<SqlStatement> visit(RenameConstraint operation) {
    return changes(operation.table()).renameConstraint(operation);
  }

  @Override
  public List<SqlStatement> visit(CreateIndex operation) {
    return sql(constraints.createIndex(operation.table(), operation.index()), operation);
  }

  @Override
  public List<SqlStatement> visit(DropIndex operation) {
    return changes(operation.table()).dropIndex(operation);
  }

  @Override
  public List<SqlStatement> visit(RenameIndex operation) {
    return sql(
        alterTable(operation.table())
            + "rename index "
            + MySqlNames.quote(operation.from())
            + " to "
            + MySqlNames.quote(operation.to()),
        operation);
  }

  @Override
  public List<SqlStatement> visit(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    SqlStatement create = SqlStatement.alone(sequences.create(sequence), operation);
    return server.isMariaDb()
        ? List.of(create)
        : List.of(create, SqlStatement.of(MySqlSequences.row(sequence)));
  }

  @Override
  public List<SqlStatement> visit(DropSequence operation) {
    return sql(sequences.drop(operation.sequence()), operation);
  }

  @Override
  public List<SqlStatement> visit(AlterSequence operation) {
    String alter = sequences.alter(operation.from(), operation.to());
    return alter == null ? List.of() : sql(alter, operation);
  }

  @Override
  public List<SqlStatement> visit(RenameSequence operation) {
    if (before.sequence(operation.from()).isEmpty()) {
      throw MySqlSequences.missing(operation.from());
    }
    return sql(
        "rename table "
            + MySqlNames.quote(operation.from())
            + " to "
            + MySqlNames.quote(operation.to()),
        operation);
  }

  @Override
  public List<SqlStatement> visit(OwnSequence operation) {
    if (operation.to() != null) {
      throw impossible(
          "let the sequence " + operation.sequence() + " belong to a column",
          "drop it in the migration that drops the column");
    }
    return List.of();
  }

  @Override
  public List<SqlStatement> visit(CreateEnum operation) {
    throw impossible("hold the enum type " + operation.type().name(), INSTEAD_OF_TYPE);
  }

  @Override
  public List<SqlStatement> visit(DropEnum operation) {
    throw impossible("hold the enum type " + operation.type().name(), INSTEAD_OF_TYPE);
  }

  @Override
  public List<SqlStatement> visit(AlterEnum operation) {
    throw impossible("hold the enum type " + operation.to().name(), INSTEAD_OF_TYPE);
  }

  @Override
  public List<SqlStatement> visit(CreateComposite operation) {
    throw impossible(
        "hold the composite type " + operation.type().name(),
        "map it with @Embeddable alone, or as JSON");
  }

  @Override
  public List<SqlStatement> visit(DropComposite operation) {
    throw impossible("hold the composite type " + operation.type().name(), "leave it out");
  }

  @Override
  public List<SqlStatement> visit(AlterComposite operation) {
    throw impossible("hold composite types", "leave them out");
  }

  @Override
  public List<SqlStatement> visit(RenameType operation) {
    throw impossible("hold the type " + operation.from(), "leave it out");
  }

  @Override
  public List<SqlStatement> visit(ExecuteSql operation) {
    return MySqlText.RULES.statements(operation.sql()).stream()
        .map(each -> new SqlStatement(each, !MySqlExecutionRules.commits(each)))
        .toList();
  }

  @Override
  public List<SqlStatement> visit(Nothing operation) {
    return List.of();
  }
}
