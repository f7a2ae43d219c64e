package dev.autogen.render.java;

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
import dev.autogen.render.java.Code.Call;
import dev.autogen.render.java.Code.Lambda;
import dev.autogen.render.java.Code.Literal;
import dev.autogen.render.java.Code.TextBlock;
import dev.autogen.render.java.Code.Word;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.Index;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that carry out operations. A drop only names its object; its definition is
 * taken from the schema when the drop runs.
 */
final class Statements implements Operation.Visitor<List<Statement>> {

  /** A comment that is written once above all statements that it is about. */
  static final String IN_THE_WAY = "In the way of what follows, and created again below.";

  /** SQL that drops something together with what creates it again. */
  private static final Pattern DROP =
      Pattern.compile(
          "drop (materialized view|view|trigger|policy|rule|statistics|function|procedure) ");

  private final boolean warning;
  private boolean stepwise;
  private PortableOperation portable = PortableOperation.everywhere(new Nothing());

  /**
   * Statements of one method.
   *
   * @param warning whether a comment says which values go; an upgrade's reader wants to know
   */
  Statements(boolean warning) {
    this.warning = warning;
  }

  /** The statements of the next operation, for several kinds of database. */
  List<Statement> of(PortableOperation next) {
    portable = next;
    return next.operation().accept(this);
  }

  private Code column(Column column) {
    return DefinitionCode.column(column, portable.types().getOrDefault(column, Map.of()));
  }

  private List<Code> elements(QualifiedName table) {
    List<Code> elements = new ArrayList<>();
    for (PortableOperation.Element each : portable.elements()) {
      List<Code> arguments = new ArrayList<>(List.of(DefinitionCode.dialects(each.dialects())));
      each.constraints().forEach(found -> arguments.add(DefinitionCode.constraint(table, found)));
      elements.add(new Call("on", arguments));
    }
    return elements;
  }

  private static List<Statement> op(String name, Code... arguments) {
    return List.of(Statement.of(new Call("op." + name, arguments)));
  }

  private static List<Statement> op(String name, List<Code> arguments) {
    return List.of(Statement.of(new Call("op." + name, arguments)));
  }

  private static Code name(QualifiedName name) {
    return NameCode.of(name);
  }

  private static Code text(@Nullable String text) {
    return text == null ? new Word("null") : Code.literal(text);
  }

  private static Code list(List<String> values) {
    return new Call("List.of", LongTexts.arguments(values));
  }

  private List<Statement> losing(String what, List<Statement> statements) {
    return warning
        ? statements.stream()
            .map(found -> Statement.of("Drops the " + what + ".", found.code()))
            .toList()
        : statements;
  }

  @Override
  public List<Statement> visit(CreateSchema operation) {
    return op("createSchema", text(operation.name()));
  }

  @Override
  public List<Statement> visit(DropSchema operation) {
    return op("dropSchema", text(operation.name()));
  }

  @Override
  public List<Statement> visit(CreateTable operation) {
    Table table = operation.table();
    List<Code> arguments = new ArrayList<>();
    arguments.add(name(table.name()));
    table.columns().forEach(column -> arguments.add(column(column)));
    table
        .constraints()
        .forEach(found -> arguments.add(DefinitionCode.constraint(table.name(), found)));
    arguments.addAll(elements(table.name()));
    if (table.comment() != null) {
      arguments.add(new Call("comment", text(table.comment())));
    }
    arguments.addAll(form(table.form()));
    List<Statement> statements = new ArrayList<>(op("createTable", arguments));
    table.form().rows().forEach(row -> statements.addAll(op("execute", text(row.sql()))));
    table
        .indexes()
        .forEach(
            index ->
                statements.addAll(
                    op("createIndex", name(table.name()), DefinitionCode.index(index))));
    return statements;
  }

  private static List<Code> form(TableForm form) {
    List<Code> options = new ArrayList<>();
    if (form.unlogged()) {
      options.add(new Call("unlogged"));
    }
    form.inherits().forEach(parent -> options.add(new Call("inherits", name(parent))));
    if (form.partitionBy() != null) {
      options.add(new Call("partitionBy", text(form.partitionBy())));
    }
    if (!form.parameters().isEmpty()) {
      options.add(new Call("parameters", NameCode.literals(form.parameters())));
    }
    if (form.tablespace() != null) {
      options.add(new Call("tablespace", text(form.tablespace())));
    }
    return options;
  }

  @Override
  public List<Statement> visit(DropTable operation) {
    return losing("rows of " + operation.object(), op("dropTable", name(operation.table().name())));
  }

  @Override
  public List<Statement> visit(RenameTable operation) {
    return op("renameTable", name(operation.from()), name(operation.to()));
  }

  @Override
  public List<Statement> visit(CommentTable operation) {
    return op("commentTable", name(operation.table()), text(operation.to()));
  }

  @Override
  public List<Statement> visit(AddColumn operation) {
    return op("addColumn", name(operation.table()), column(operation.column()));
  }

  @Override
  public List<Statement> visit(DropColumn operation) {
    List<Statement> statements =
        op("dropColumn", name(operation.table()), text(operation.column().name()));
    return operation.losesData()
        ? losing("values of " + operation.object(), statements)
        : statements;
  }

  @Override
  public List<Statement> visit(RenameColumn operation) {
    return op(
        "renameColumn", name(operation.table()), text(operation.from()), text(operation.to()));
  }

  @Override
  public List<Statement> visit(AlterColumn operation) {
    Column from = operation.from();
    boolean known = !from.type().isUnknown() || operation.using() != null;
    List<Code> arguments = new ArrayList<>(List.of(name(operation.table())));
    if (known) {
      arguments.add(column(from));
    }
    arguments.add(column(operation.to()));
    if (operation.using() != null) {
      arguments.add(text(operation.using()));
    }
    Code code = new Call("op.alterColumn", arguments);
    return List.of(
        ConversionNote.of(operation)
            .map(note -> Statement.of(note, code))
            .orElseGet(() -> Statement.of(code)));
  }

  @Override
  public List<Statement> visit(Backfill operation) {
    Code code =
        new Call(
            "op.backfill",
            name(operation.table()),
            text(operation.column()),
            text(operation.expression()));
    if (operation.expression() == null) {
      return List.of(
          Statement.of(
              "Say what "
                  + operation.column()
                  + " is in existing rows, in SQL: \"0\", \"now()\", \"'unknown'\", …",
              code));
    }
    return List.of(
        warning
            ? Statement.of(code)
            : Statement.of(
                "The values of " + operation.object() + " are lost; existing rows get this.",
                code));
  }

  @Override
  public List<Statement> visit(BackfillInBatches operation) {
    return op(
        "backfillInBatches",
        name(operation.table()),
        text(operation.set()),
        text(operation.where()),
        Code.number(operation.batch()));
  }

  @Override
  public List<Statement> visit(Online operation) {
    return OnlineCode.of(operation);
  }

  @Override
  public List<Statement> visit(CommitEachStep operation) {
    stepwise = true;
    return List.of(
        Statement.of(
            "Each operation commits by itself; an interrupted run goes on where it was.",
            new Call("op.commitEachStep")));
  }

  @Override
  public List<Statement> visit(AddConstraint operation) {
    return op(
        "addConstraint",
        name(operation.table()),
        DefinitionCode.constraint(operation.table(), operation.constraint()));
  }

  @Override
  public List<Statement> visit(DropConstraint operation) {
    return op("dropConstraint", name(operation.table()), text(operation.constraint().name()));
  }

  @Override
  public List<Statement> visit(RenameConstraint operation) {
    return op(
        "renameConstraint", name(operation.table()), text(operation.from()), text(operation.to()));
  }

  @Override
  public List<Statement> visit(CreateIndex operation) {
    return onIndex(
        "createIndex",
        operation.concurrently(),
        operation.table(),
        DefinitionCode.index(operation.index()));
  }

  @Override
  public List<Statement> visit(DropIndex operation) {
    Index index = operation.index();
    return onIndex("dropIndex", operation.concurrently(), operation.table(), text(index.name()));
  }

  private List<Statement> onIndex(
      String word, boolean concurrently, QualifiedName table, Code index) {
    if (!concurrently) {
      return op(word, name(table), index);
    }
    return stepwise
        ? op(word + "Concurrently", name(table), index)
        : op(
            "autocommit",
            new Lambda("o", new Call("o." + word + "Concurrently", name(table), index)));
  }

  @Override
  public List<Statement> visit(RenameIndex operation) {
    return op("renameIndex", name(operation.table()), text(operation.from()), text(operation.to()));
  }

  @Override
  public List<Statement> visit(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    return sequence.range().equals(NumberRange.unspecified())
        ? op("createSequence", sequence(sequence))
        : op("createSequence", DefinitionCode.sequence(sequence));
  }

  @Override
  public List<Statement> visit(DropSequence operation) {
    return op("dropSequence", name(operation.sequence().name()));
  }

  @Override
  public List<Statement> visit(AlterSequence operation) {
    return operation.from().range().equals(operation.to().range())
        ? op("alterSequence", sequence(operation.to()))
        : op(
            "alterSequence",
            List.of(
                DefinitionCode.sequence(operation.from()),
                DefinitionCode.sequence(operation.to())));
  }

  private static List<Code> sequence(Sequence sequence) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(name(sequence.name()));
    arguments.add(Code.number(sequence.start()));
    arguments.add(Code.number(sequence.increment()));
    if (sequence.cache() != 1) {
      arguments.add(Code.number(sequence.cache()));
    }
    return arguments;
  }

  @Override
  public List<Statement> visit(RenameSequence operation) {
    return op("renameSequence", name(operation.from()), name(operation.to()));
  }

  @Override
  public List<Statement> visit(OwnSequence operation) {
    Sequence.Owner owner = operation.to();
    if (owner == null) {
      return op("disownSequence", name(operation.sequence()));
    }
    return op(
        "ownSequence",
        name(operation.sequence()),
        name(owner.table()),
        Code.literal(owner.column()));
  }

  @Override
  public List<Statement> visit(CreateEnum operation) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(name(operation.type().name()));
    arguments.addAll(LongTexts.arguments(operation.type().values()));
    return op(operation.type().stringCasts() ? "createEnumWithCasts" : "createEnum", arguments);
  }

  @Override
  public List<Statement> visit(DropEnum operation) {
    return op("dropEnum", name(operation.type().name()));
  }

  @Override
  public List<Statement> visit(AlterEnum operation) {
    return op(
        operation.rebuild() ? "rebuildEnum" : "alterEnum",
        name(operation.to().name()),
        list(operation.from().values()),
        list(operation.to().values()));
  }

  @Override
  public List<Statement> visit(CreateComposite operation) {
    List<Code> arguments = new ArrayList<>();
    arguments.add(name(operation.type().name()));
    arguments.addAll(DefinitionCode.elements(operation.type()));
    return op("createComposite", arguments);
  }

  @Override
  public List<Statement> visit(DropComposite operation) {
    return op("dropComposite", name(operation.type().name()));
  }

  @Override
  public List<Statement> visit(AlterComposite operation) {
    List<Statement> statements =
        op(
            "alterComposite",
            name(operation.to().name()),
            new Call("List.of", DefinitionCode.elements(operation.from())),
            new Call("List.of", DefinitionCode.elements(operation.to())));
    String lost =
        operation.dropped().stream().map(Attribute::name).collect(Collectors.joining(", "));
    return lost.isEmpty()
        ? statements
        : losing("values of " + lost + " in all columns of the type", statements);
  }

  @Override
  public List<Statement> visit(RenameType operation) {
    return op("renameType", name(operation.from()), name(operation.to()));
  }

  @Override
  public List<Statement> visit(ExecuteSql operation) {
    Matcher drop = DROP.matcher(operation.sql());
    if (operation.inverse() == null) {
      List<Statement> statements = op("execute", sql(operation.sql()));
      return drop.lookingAt()
          ? List.of(Statement.of(IN_THE_WAY, statements.get(0).code()))
          : statements;
    }
    List<Statement> statements = op("execute", sql(operation.sql()), sql(operation.inverse()));
    return warning && drop.lookingAt()
        ? List.of(
            Statement.of(
                "Drops the " + drop.group(1) + "; the downgrade creates it again.",
                statements.get(0).code()))
        : statements;
  }

  private static Code sql(String sql) {
    Code literal = Code.literal(sql);
    boolean lines = sql.contains("\n") && literal instanceof Literal;
    return lines && JavaLiteral.fitsBlock(sql) ? new TextBlock(sql) : literal;
  }

  @Override
  public List<Statement> visit(Nothing operation) {
    return List.of();
  }
}
