package dev.autogen.dialect.h2;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.CommentTable;
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
import dev.autogen.operation.Operation;
import dev.autogen.operation.OwnSequence;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.RenameSequence;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the statements of each kind of operation. H2 commits before and after each of them. */
final class H2Statements implements Operation.Visitor<List<SqlStatement>> {

  private final H2Names names;
  private final H2ColumnSql columns;
  private final H2ConstraintSql constraints;
  private final H2Numbering numbering;
  private final Schema before;

  H2Statements(H2Names names, Schema before) {
    this.names = names;
    this.columns = new H2ColumnSql(names);
    this.constraints = new H2ConstraintSql(names);
    this.numbering = new H2Numbering(names);
    this.before = before;
  }

  private static List<SqlStatement> sql(String... statements) {
    return sql(List.of(statements));
  }

  private static List<SqlStatement> sql(List<String> statements) {
    return statements.stream().map(each -> new SqlStatement(each, false)).toList();
  }

  private String alterTable(QualifiedName table) {
    return "alter table " + names.quote(table) + " ";
  }

  /** What H2 cannot do, and what to write in its place. */
  private static AutogenException impossible(String what, String instead) {
    return AutogenException.failed("H2 cannot " + what + "; " + instead, null);
  }

  @Override
  public List<SqlStatement> visit(CreateSchema operation) {
    return sql("create schema if not exists " + names.quote(operation.name()));
  }

  @Override
  public List<SqlStatement> visit(DropSchema operation) {
    return sql("drop schema " + names.quote(operation.name()) + " restrict");
  }

  @Override
  public List<SqlStatement> visit(CreateTable operation) {
    Table table = operation.table();
    List<String> statements = new ArrayList<>();
    statements.add(
        "create table "
            + names.quote(table.name())
            + Stream.concat(
                    table.columns().stream().map(columns::definition),
                    table.constraints().stream()
                        .map(each -> constraints.definition(table.name(), each)))
                .collect(Collectors.joining(",\n  ", " (\n  ", "\n)")));
    for (Index index : table.indexes()) {
      statements.add(constraints.createIndex(table.name(), index));
    }
    if (table.comment() != null) {
      statements.add(comment(table.name(), table.comment()));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        statements.add(columns.comment(table.name(), column));
      }
    }
    return sql(statements);
  }

  private String comment(QualifiedName table, @Nullable String comment) {
    return "comment on table "
        + names.quote(table)
        + " is "
        + (comment == null ? "null" : names.literal(comment));
  }

  @Override
  public List<SqlStatement> visit(DropTable operation) {
    return sql("drop table " + names.quote(operation.table().name()) + " restrict");
  }

  @Override
  public List<SqlStatement> visit(RenameTable operation) {
    QualifiedName from = operation.from();
    QualifiedName to = operation.to();
    if (to.schema() != null && !to.schema().equals(from.schema())) {
      throw impossible(
          "move the table " + from + " to another schema",
          "create " + to + ", copy the rows with op.execute, and drop " + from);
    }
    return sql(alterTable(from) + "rename to " + names.quote(to.name()));
  }

  @Override
  public List<SqlStatement> visit(CommentTable operation) {
    return sql(comment(operation.table(), operation.to()));
  }

  @Override
  public List<SqlStatement> visit(AddColumn operation) {
    Column column = operation.column();
    String added = alterTable(operation.table()) + "add column " + columns.definition(column);
    return column.comment() == null
        ? sql(added)
        : sql(added, columns.comment(operation.table(), column));
  }

  @Override
  public List<SqlStatement> visit(DropColumn operation) {
    return sql(
        alterTable(operation.table()) + "drop column " + names.quote(operation.column().name()));
  }

  @Override
  public List<SqlStatement> visit(RenameColumn operation) {
    return sql(
        alterTable(operation.table())
            + "alter column "
            + names.quote(operation.from())
            + " rename to "
            + names.quote(operation.to()));
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
    return sql(columns.alter(operation));
  }

  @Override
  public List<SqlStatement> visit(Backfill operation) {
    return List.of(SqlStatement.of(new H2BackfillSql(names).of(operation)));
  }

  @Override
  public List<SqlStatement> visit(AddConstraint operation) {
    return sql(
        alterTable(operation.table())
            + "add "
            + constraints.definition(operation.table(), operation.constraint()));
  }

  @Override
  public List<SqlStatement> visit(DropConstraint operation) {
    Constraint constraint = operation.constraint();
    if (constraint instanceof PrimaryKey) {
      return sql(alterTable(operation.table()) + "drop primary key");
    } else if (constraint.name() == null) {
      throw AutogenException.failed(
          "cannot drop a constraint of " + operation.table() + " without its name", null);
    }
    return sql(alterTable(operation.table()) + "drop constraint " + names.quote(constraint.name()));
  }

  @Override
  public List<SqlStatement> visit(RenameConstraint operation) {
    return sql(
        alterTable(operation.table())
            + "rename constraint "
            + names.quote(operation.from())
            + " to "
            + names.quote(operation.to()));
  }

  @Override
  public List<SqlStatement> visit(CreateIndex operation) {
    return sql(constraints.createIndex(operation.table(), operation.index()));
  }

  @Override
  public List<SqlStatement> visit(DropIndex operation) {
    QualifiedName table = operation.table();
    List<ForeignKey> resting =
        before.table(table).stream()
            .flatMap(found -> found.foreignKeys().stream())
            .filter(key -> mayRestOn(key, operation.index()))
            .toList();
    List<String> statements = new ArrayList<>();
    for (ForeignKey key : resting) {
      statements.add(alterTable(table) + "drop constraint " + names.quote(key.name()));
    }
    statements.add(
        "drop index " + names.quote(table.withName(String.valueOf(operation.index().name()))));
    for (ForeignKey key : resting) {
      statements.add(alterTable(table) + "add " + constraints.definition(table, key));
    }
    return sql(statements);
  }

  /**
   * Whether a foreign key may use an index, which H2 then refuses to drop: its first columns are
   * those of the key ({@code AlterTableAddConstraint.canUseIndex}).
   */
  private static boolean mayRestOn(ForeignKey key, Index index) {
    int size = key.columns().size();
    return key.name() != null
        && index.elements().size() >= size
        && index.elements().subList(0, size).stream()
            .map(Index.Element::text)
            .toList()
            .containsAll(key.columns());
  }

  @Override
  public List<SqlStatement> visit(RenameIndex operation) {
    return sql(
        "alter index "
            + names.quote(operation.table().withName(operation.from()))
            + " rename to "
            + names.quote(operation.to()));
  }

  @Override
  public List<SqlStatement> visit(CreateSequence operation) {
    return sql(numbering.create(operation.sequence()));
  }

  @Override
  public List<SqlStatement> visit(DropSequence operation) {
    return sql("drop sequence " + names.quote(operation.sequence().name()));
  }

  @Override
  public List<SqlStatement> visit(AlterSequence operation) {
    return sql(numbering.alter(operation.from(), operation.to()));
  }

  /** H2 cannot rename a sequence: another one goes on where it was, and it is dropped. */
  @Override
  public List<SqlStatement> visit(RenameSequence operation) {
    Sequence sequence =
        before
            .sequence(operation.from())
            .orElseThrow(
                () ->
                    AutogenException.failed(
                        "cannot rename the sequence " + operation.from() + ": there is none", null))
            .withName(operation.to());
    String schema = operation.from().schema();
    String next =
        "(select base_value from information_schema.sequences where sequence_name = "
            + names.literal(names.text().names().stored(operation.from().name()))
            + " and sequence_schema = "
            + (schema == null
                ? "current_schema"
                : names.literal(names.text().names().stored(schema)))
            + ")";
    List<String> options =
        numbering.options(sequence, "start with " + sequence.start() + " restart with " + next);
    return sql(
        "create sequence " + names.quote(operation.to()) + " " + String.join(" ", options),
        "drop sequence " + names.quote(operation.from()));
  }

  @Override
  public List<SqlStatement> visit(OwnSequence operation) {
    return List.of(); // no sequence of H2 belongs to a column
  }

  /** The domain that Hibernate creates for a named enum ({@code H2Dialect}). */
  private String createDomain(EnumType type) {
    int length = type.values().stream().mapToInt(String::length).max().orElse(1);
    return "create domain "
        + names.quote(type.name())
        + " as varchar("
        + length
        + ") check (value in ("
        + type.values().stream().map(names::literal).collect(Collectors.joining(", "))
        + "))";
  }

  @Override
  public List<SqlStatement> visit(CreateEnum operation) {
    return sql(createDomain(operation.type()));
  }

  @Override
  public List<SqlStatement> visit(DropEnum operation) {
    return sql("drop domain " + names.quote(operation.type().name()) + " restrict");
  }

  /** The type of a domain cannot change, so that its columns move to one that is made anew. */
  @Override
  public List<SqlStatement> visit(AlterEnum operation) {
    QualifiedName name = operation.to().name();
    QualifiedName old = name.withName(name.name() + "_old");
    List<String> statements = new ArrayList<>();
    statements.add("alter domain " + names.quote(name) + " rename to " + names.quote(old.name()));
    statements.add(createDomain(operation.to()));
    SqlType type = SqlType.named(name);
    for (Table table : before.tables()) {
      for (Column column : table.columns()) {
        if (column.type().qualifiedName().equals(name) && column.type().dimensions() == 0) {
          statements.add(
              alterTable(table.name())
                  + "alter column "
                  + names.quote(column.name())
                  + " set data type "
                  + names.sql(type));
        }
      }
    }
    statements.add("drop domain " + names.quote(old) + " restrict");
    return sql(statements);
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
    return sql(
        "alter domain "
            + names.quote(operation.from())
            + " rename to "
            + names.quote(operation.to().name()));
  }

  @Override
  public List<SqlStatement> visit(ExecuteSql operation) {
    return names.text().statements(operation.sql()).stream()
        .map(each -> new SqlStatement(each, !H2ExecutionRules.commits(each, names.text())))
        .toList();
  }

  @Override
  public List<SqlStatement> visit(Nothing operation) {
    return List.of();
  }
}
