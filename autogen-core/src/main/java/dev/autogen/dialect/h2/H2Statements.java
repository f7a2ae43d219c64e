package dev.autogen.dialect.h2;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  private static List<SqlStatement> sql(String statement, Operation makes) {
    return List.of(SqlStatement.alone(statement, makes));
  }

  private List<SqlStatement> each(List<Operation> parts) {
    return parts.stream().flatMap(part -> part.accept(this).stream()).toList();
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
    return sql("create schema if not exists " + names.quote(operation.name()), operation);
  }

  @Override
  public List<SqlStatement> visit(DropSchema operation) {
    return sql("drop schema " + names.quote(operation.name()) + " restrict", operation);
  }

  @Override
  public List<SqlStatement> visit(CreateTable operation) {
    Table table = operation.table();
    List<Column> plain = table.columns().stream().map(column -> column.withComment(null)).toList();
    Table first = table.withColumns(plain).withIndexes(List.of()).withComment(null);
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        SqlStatement.alone(
            "create table "
                + names.quote(table.name())
                + Stream.concat(
                        table.columns().stream().map(columns::definition),
                        // A foreign key to the table itself needs its key before it.
                        table.constraints().stream()
                            .sorted(Comparator.comparing(each -> each instanceof ForeignKey))
                            .map(each -> constraints.definition(table.name(), each)))
                    .collect(Collectors.joining(",\n  ", " (\n  ", "\n)")),
            new CreateTable(first)));
    List<Operation> rest = new ArrayList<>();
    table.indexes().forEach(index -> rest.add(new CreateIndex(table.name(), index, false)));
    if (table.comment() != null) {
      rest.add(new CommentTable(table.name(), null, table.comment()));
    }
    statements.addAll(each(rest));
    for (Column column : table.columns()) {
      comment(table.name(), column).ifPresent(statements::add);
    }
    return statements;
  }

  private Optional<SqlStatement> comment(QualifiedName table, Column column) {
    return column.comment() == null
        ? Optional.empty()
        : Optional.of(
            SqlStatement.alone(
                columns.comment(table, column),
                new AlterColumn(table, column.withComment(null), column, null)));
  }

  private String comment(QualifiedName table, @Nullable String comment) {
    return "comment on table "
        + names.quote(table)
        + " is "
        + (comment == null ? "null" : names.literal(comment));
  }

  @Override
  public List<SqlStatement> visit(DropTable operation) {
    return sql("drop table " + names.quote(operation.table().name()) + " restrict", operation);
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
    return sql(alterTable(from) + "rename to " + names.quote(to.name()), operation);
  }

  @Override
  public List<SqlStatement> visit(CommentTable operation) {
    return sql(comment(operation.table(), operation.to()), operation);
  }

  @Override
  public List<SqlStatement> visit(AddColumn operation) {
    Column column = operation.column();
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        SqlStatement.alone(
            alterTable(operation.table()) + "add column " + columns.definition(column),
            new AddColumn(operation.table(), column.withComment(null))));
    comment(operation.table(), column).ifPresent(statements::add);
    return statements;
  }

  @Override
  public List<SqlStatement> visit(DropColumn operation) {
    return sql(
        alterTable(operation.table()) + "drop column " + names.quote(operation.column().name()),
        operation);
  }

  @Override
  public List<SqlStatement> visit(RenameColumn operation) {
    return sql(
        alterTable(operation.table())
            + "alter column "
            + names.quote(operation.from())
            + " rename to "
            + names.quote(operation.to()),
        operation);
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
    return columns.alter(operation);
  }

  @Override
  public List<SqlStatement> visit(Backfill operation) {
    return List.of(SqlStatement.of(new H2BackfillSql(names).of(operation)));
  }

  @Override
  public List<SqlStatement> visit(BackfillInBatches operation) {
    return List.of(
        SqlStatement.of(
            "update "
                + names.quote(operation.table())
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
    return sql(
        alterTable(operation.table())
            + "add "
            + constraints.definition(operation.table(), operation.constraint()),
        operation);
  }

  @Override
  public List<SqlStatement> visit(DropConstraint operation) {
    Constraint constraint = operation.constraint();
    if (constraint instanceof PrimaryKey) {
      return sql(alterTable(operation.table()) + "drop primary key", operation);
    } else if (constraint.name() == null) {
      throw AutogenException.failed(
          "cannot drop a constraint of " + operation.table() + " without its name", null);
    }
    return sql(
        alterTable(operation.table()) + "drop constraint " + names.quote(constraint.name()),
        operation);
  }

  @Override
  public List<SqlStatement> visit(RenameConstraint operation) {
    return sql(
        alterTable(operation.table())
            + "rename constraint "
            + names.quote(operation.from())
            + " to "
            + names.quote(operation.to()),
        operation);
  }

  @Override
  public List<SqlStatement> visit(CreateIndex operation) {
    return sql(constraints.createIndex(operation.table(), operation.index()), operation);
  }

  @Override
  public List<SqlStatement> visit(DropIndex operation) {
    QualifiedName table = operation.table();
    List<ForeignKey> resting =
        before.table(table).stream()
            .flatMap(found -> found.foreignKeys().stream())
            .filter(key -> mayRestOn(key, operation.index()))
            .toList();
    List<Operation> drops = new ArrayList<>();
    List<Operation> adds = new ArrayList<>();
    for (ForeignKey key : resting) {
      drops.add(new DropConstraint(table, key));
      adds.add(new AddConstraint(table, key));
    }
    List<SqlStatement> statements = new ArrayList<>(each(drops));
    statements.add(
        SqlStatement.alone(
            "drop index " + names.quote(table.withName(String.valueOf(operation.index().name()))),
            operation));
    statements.addAll(each(adds));
    return statements;
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
            + names.quote(operation.to()),
        operation);
  }

  @Override
  public List<SqlStatement> visit(CreateSequence operation) {
    return sql(numbering.create(operation.sequence()), operation);
  }

  @Override
  public List<SqlStatement> visit(DropSequence operation) {
    return sql("drop sequence " + names.quote(operation.sequence().name()), operation);
  }

  @Override
  public List<SqlStatement> visit(AlterSequence operation) {
    return sql(numbering.alter(operation.from(), operation.to()), operation);
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
        "(select BASE_VALUE from INFORMATION_SCHEMA.SEQUENCES where SEQUENCE_NAME = "
            + names.literal(names.text().names().stored(operation.from().name()))
            + " and SEQUENCE_SCHEMA = "
            + (schema == null
                ? "current_schema"
                : names.literal(names.text().names().stored(schema)))
            + ")";
    List<String> options =
        numbering.options(sequence, "start with " + sequence.start() + " restart with " + next);
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        SqlStatement.alone(
            "create sequence " + names.quote(operation.to()) + " " + String.join(" ", options),
            new CreateSequence(sequence)));
    statements.addAll(each(List.of(new DropSequence(sequence.withName(operation.from())))));
    return statements;
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
    return sql(createDomain(operation.type()), operation);
  }

  @Override
  public List<SqlStatement> visit(DropEnum operation) {
    return sql("drop domain " + names.quote(operation.type().name()) + " restrict", operation);
  }

  /** The type of a domain cannot change, so that its columns move to one that is made anew. */
  @Override
  public List<SqlStatement> visit(AlterEnum operation) {
    QualifiedName name = operation.to().name();
    QualifiedName old = name.withName(name.name() + "_old");
    List<Operation> parts = new ArrayList<>();
    parts.add(new RenameType(name, old));
    parts.add(new CreateEnum(operation.to()));
    for (Table table : before.tables()) {
      for (Column column : table.columns()) {
        if (column.type().qualifiedName().equals(name) && column.type().dimensions() == 0) {
          Column renamed = column.withType(SqlType.named(old));
          parts.add(new AlterColumn(table.name(), renamed, column, null));
        }
      }
    }
    parts.add(new DropEnum(new EnumType(old, operation.from().values())));
    return each(parts);
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
            + names.quote(operation.to().name()),
        operation);
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
