package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.dialect.MissingValue;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
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
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the statements of each kind of operation. */
final class StatementVisitor implements Operation.Visitor<List<SqlStatement>> {

  private final Schema before;

  StatementVisitor(Schema before) {
    this.before = before;
  }

  private static List<SqlStatement> sql(String statement) {
    return List.of(SqlStatement.of(statement));
  }

  private static List<SqlStatement> sql(List<String> statements) {
    return statements.stream().map(SqlStatement::of).toList();
  }

  private static String alterTable(QualifiedName table) {
    return "alter table " + quote(table) + " ";
  }

  @Override
  public List<SqlStatement> visit(CreateSchema operation) {
    return sql("create schema if not exists " + quote(operation.name()));
  }

  @Override
  public List<SqlStatement> visit(DropSchema operation) {
    return sql("drop schema " + quote(operation.name()));
  }

  @Override
  public List<SqlStatement> visit(CreateTable operation) {
    Table table = operation.table();
    List<String> statements = new ArrayList<>();
    List<Constraint> later = new ArrayList<>(MergedKeys.of(table));
    table.constraints().stream().filter(StatementVisitor::isNotValid).forEach(later::add);
    statements.add(
        (table.form().unlogged() ? "create unlogged table " : "create table ")
            + quote(table.name())
            + Stream.concat(
                    table.columns().stream().map(ColumnSql::definition),
                    table.constraints().stream()
                        .filter(constraint -> !later.contains(constraint))
                        .map(ConstraintSql::definition))
                .collect(Collectors.joining(",\n  ", " (\n  ", "\n)"))
            + TableFormSql.of(table.form()));
    for (Constraint constraint : later) {
      statements.add(alterTable(table.name()) + "add " + ConstraintSql.definition(constraint));
    }
    for (Index index : table.indexes()) {
      statements.add(ConstraintSql.createIndex(table.name(), index, false));
    }
    if (table.comment() != null) {
      statements.add(comment(table.name(), table.comment()));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        statements.add(ColumnClause.comment(table.name(), column).sql());
      }
    }
    return sql(statements);
  }

  /** {@code CREATE TABLE} takes every constraint for valid ({@code transformCheckConstraints}). */
  private static boolean isNotValid(Constraint constraint) {
    return (constraint instanceof CheckConstraint check
            && check.enforcement() == Enforcement.NOT_VALID)
        || (constraint instanceof ForeignKey key && key.enforcement() == Enforcement.NOT_VALID);
  }

  private static String comment(QualifiedName table, @Nullable String comment) {
    return "comment on table "
        + quote(table)
        + " is "
        + (comment == null ? "null" : literal(comment));
  }

  @Override
  public List<SqlStatement> visit(DropTable operation) {
    return sql("drop table " + quote(operation.table().name()));
  }

  @Override
  public List<SqlStatement> visit(RenameTable operation) {
    QualifiedName from = operation.from();
    QualifiedName to = operation.to();
    List<String> statements = new ArrayList<>();
    if (!from.name().equals(to.name())) {
      statements.add(alterTable(from) + "rename to " + quote(to.name()));
    }
    if (to.schema() != null && !to.schema().equals(from.schema())) {
      statements.add(alterTable(from.withName(to.name())) + "set schema " + quote(to.schema()));
    }
    return sql(statements);
  }

  @Override
  public List<SqlStatement> visit(CommentTable operation) {
    return sql(comment(operation.table(), operation.to()));
  }

  @Override
  public List<SqlStatement> visit(AddColumn operation) {
    SqlStatement added = ColumnClause.add(operation.table(), operation.column());
    return operation.column().comment() == null
        ? List.of(added)
        : List.of(added, ColumnClause.comment(operation.table(), operation.column()));
  }

  @Override
  public List<SqlStatement> visit(DropColumn operation) {
    return List.of(ColumnClause.drop(operation.table(), operation.column().name()));
  }

  @Override
  public List<SqlStatement> visit(RenameColumn operation) {
    return sql(
        alterTable(operation.table())
            + "rename column "
            + quote(operation.from())
            + " to "
            + quote(operation.to()));
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
    return AlterColumnSql.of(operation, before);
  }

  @Override
  public List<SqlStatement> visit(Backfill operation) {
    String where = " where " + quote(operation.column()) + " is null";
    if (operation.expression() != null && hasWindow(operation.expression())) {
      return sql(numbered(operation, where));
    } else if (operation.expression() != null) {
      return sql(
          "update "
              + quote(operation.table())
              + " set "
              + quote(operation.column())
              + " = "
              + operation.expression()
              + where);
    }
    String message = MissingValue.message(operation);
    return sql(
        "do "
            + literal(
                "begin if exists (select from "
                    + quote(operation.table())
                    + where
                    + ") then raise exception using errcode = 'not_null_violation', message = "
                    + literal(message)
                    + "; end if; end"));
  }

  /** Whether an expression reads other rows, as {@code row_number() over ()} does. */
  static boolean hasWindow(String expression) {
    List<String> tokens = PostgreSqlText.RULES.words().of(expression);
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).equalsIgnoreCase("over") && tokens.get(i - 1).equals(")")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Computes window functions in a query, because an {@code UPDATE} does not allow them (PostgreSQL
   * manual, 4.2.8).
   */
  private static String numbered(Backfill operation, String where) {
    String table = quote(operation.table());
    return "update "
        + table
        + " as filled set "
        + quote(operation.column())
        + " = found.value from (select tableoid, ctid, "
        + operation.expression()
        + " as value from "
        + table
        + where
        + ") as found where filled.tableoid = found.tableoid and filled.ctid = found.ctid";
  }

  @Override
  public List<SqlStatement> visit(BackfillInBatches operation) {
    return List.of(OnlineSql.batches(operation));
  }

  @Override
  public List<SqlStatement> visit(Online operation) {
    return OnlineSql.of(operation, before, this);
  }

  @Override
  public List<SqlStatement> visit(CommitEachStep operation) {
    return List.of();
  }

  @Override
  public List<SqlStatement> visit(AddConstraint operation) {
    return sql(
        alterTable(operation.table()) + "add " + ConstraintSql.definition(operation.constraint()));
  }

  @Override
  public List<SqlStatement> visit(DropConstraint operation) {
    return sql(alterTable(operation.table()) + "drop constraint " + quote(nameOf(operation)));
  }

  private static String nameOf(DropConstraint operation) {
    Constraint constraint = operation.constraint();
    if (constraint.name() != null) {
      return constraint.name();
    } else if (constraint instanceof PrimaryKey) {
      return operation.table().name() + "_pkey";
    }
    throw AutogenException.failed(
        "cannot drop a constraint of " + operation.table() + " without its name", null);
  }

  @Override
  public List<SqlStatement> visit(RenameConstraint operation) {
    return sql(
        alterTable(operation.table())
            + "rename constraint "
            + quote(operation.from())
            + " to "
            + quote(operation.to()));
  }

  @Override
  public List<SqlStatement> visit(CreateIndex operation) {
    String statement =
        ConstraintSql.createIndex(operation.table(), operation.index(), operation.concurrently());
    return List.of(new SqlStatement(statement, !operation.concurrently()));
  }

  @Override
  public List<SqlStatement> visit(DropIndex operation) {
    String statement =
        "drop index "
            + (operation.concurrently() ? "concurrently " : "")
            + quote(operation.table().withName(String.valueOf(operation.index().name())));
    return List.of(new SqlStatement(statement, !operation.concurrently()));
  }

  @Override
  public List<SqlStatement> visit(RenameIndex operation) {
    return sql(
        "alter index "
            + quote(operation.table().withName(operation.from()))
            + " rename to "
            + quote(operation.to()));
  }

  @Override
  public List<SqlStatement> visit(CreateSequence operation) {
    return sql(SequenceSql.create(operation.sequence()));
  }

  @Override
  public List<SqlStatement> visit(DropSequence operation) {
    return sql("drop sequence " + quote(operation.sequence().name()));
  }

  @Override
  public List<SqlStatement> visit(AlterSequence operation) {
    return sql(SequenceSql.statements(operation.from(), operation.to()));
  }

  @Override
  public List<SqlStatement> visit(RenameSequence operation) {
    return sql(
        "alter sequence " + quote(operation.from()) + " rename to " + quote(operation.to().name()));
  }

  @Override
  public List<SqlStatement> visit(OwnSequence operation) {
    Sequence.Owner to = operation.to();
    return sql(
        "alter sequence "
            + quote(operation.sequence())
            + " owned by "
            + (to == null ? "none" : quote(to.table()) + "." + quote(to.column())));
  }

  @Override
  public List<SqlStatement> visit(CreateEnum operation) {
    List<String> statements = new ArrayList<>();
    statements.add(AlterEnumSql.create(operation.type()));
    if (operation.type().stringCasts()) {
      statements.addAll(EnumCasts.create(operation.type().name()));
    }
    return sql(statements);
  }

  @Override
  public List<SqlStatement> visit(DropEnum operation) {
    List<String> statements = new ArrayList<>(EnumCasts.drop(operation.type().name()));
    statements.add("drop type " + quote(operation.type().name()));
    return sql(statements);
  }

  @Override
  public List<SqlStatement> visit(AlterEnum operation) {
    return sql(AlterEnumSql.of(operation, before));
  }

  @Override
  public List<SqlStatement> visit(CreateComposite operation) {
    return sql(CompositeTypeSql.create(operation.type()));
  }

  @Override
  public List<SqlStatement> visit(DropComposite operation) {
    return sql("drop type " + quote(operation.type().name()));
  }

  @Override
  public List<SqlStatement> visit(AlterComposite operation) {
    return sql(CompositeTypeSql.alter(operation, before));
  }

  @Override
  public List<SqlStatement> visit(RenameType operation) {
    return sql(
        "alter type " + quote(operation.from()) + " rename to " + quote(operation.to().name()));
  }

  @Override
  public List<SqlStatement> visit(ExecuteSql operation) {
    return sql(operation.sql());
  }

  @Override
  public List<SqlStatement> visit(Nothing operation) {
    return List.of();
  }
}
