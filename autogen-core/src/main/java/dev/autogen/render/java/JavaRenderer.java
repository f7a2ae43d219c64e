package dev.autogen.render.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.autogen.migration.Definitions;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;
import dev.autogen.migration.TableElement;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.Operation;
import dev.autogen.render.java.Code.Call;
import dev.autogen.render.java.Code.Constant;
import dev.autogen.render.java.MethodSplit.Part;
import dev.autogen.render.java.WideTable.Group;
import dev.autogen.schema.QualifiedName;
import dev.autogen.text.Visible;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a migration as Java source, laid out as google-java-format would and free of compiler
 * warnings.
 */
public final class JavaRenderer {

  private static final String WRITE_UPGRADE =
      "Write the change here, for example op.execute(\"update users set locale = 'en'\");";
  private static final String WRITE_DOWNGRADE =
      "Write what undoes it here, or throw an IrreversibleMigration.";

  private final MigrationFile file;
  private final MethodSplit split = new MethodSplit();
  private final List<PartClass> classes = new ArrayList<>(List.of(new PartClass(1)));
  private final Set<Enum<?>> constants = new LinkedHashSet<>();
  private final Map<Operation, PortableOperation> portable = new IdentityHashMap<>();
  private boolean definitions;
  private int groups;

  private JavaRenderer(MigrationFile file) {
    this.file = file;
    Stream.of(file.portable().upgrade(), file.portable().downgrade())
        .flatMap(List::stream)
        .forEach(each -> portable.put(each.operation(), each));
  }

  /** The source of a migration, with newlines as {@code \n}. */
  public static String render(MigrationFile file) {
    return new JavaRenderer(file).render();
  }

  private String render() {
    MethodSpec upgrade = method("upgrade", body(file.upgrade(), true, emptyUpgrade()));
    MethodSpec downgrade = method("downgrade", downgrade());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(file.className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(Migration.class)
            .addAnnotation(Revision.class)
            .addMethod(upgrade)
            .addMethod(downgrade);
    classes.forEach(holder -> holder.addTo(type));
    JavaFile.Builder source =
        JavaFile.builder(file.packageName(), type.build()).skipJavaLangImports(true).indent("  ");
    if (definitions) {
      source.addStaticImport(Definitions.class, "*");
    }
    constants.forEach(source::addStaticImport);
    return Visible.source(ClassHeader.replaced(source.build().toString(), file));
  }

  private static MethodSpec method(String name, CodeBlock body) {
    return operations(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addCode(body)
        .build();
  }

  private static MethodSpec.Builder operations(String name) {
    return MethodSpec.methodBuilder(name).addParameter(Operations.class, "op");
  }

  private String emptyUpgrade() {
    return file.revises().size() > 1 ? "A merge changes nothing itself." : WRITE_UPGRADE;
  }

  private CodeBlock downgrade() {
    if (file.irreversible() != null) {
      Call thrown =
          new Call(
              "throw new " + IrreversibleMigration.class.getSimpleName(),
              Code.literal(file.irreversible()));
      return block(Statement.of(thrown).format(Statement.INDENT));
    }
    boolean handwritten = file.upgrade().isEmpty() && file.revises().size() < 2;
    String empty =
        handwritten
            ? WRITE_DOWNGRADE
            : file.upgrade().isEmpty() ? emptyUpgrade() : "There is nothing to undo.";
    return body(file.downgrade(), false, empty);
  }

  private CodeBlock body(List<Operation> operations, boolean upgrade, String empty) {
    if (!MethodSplit.needed(operations)) {
      String statements = format(lines(operations, upgrade), Statement.INDENT);
      return block(
          statements.isEmpty() ? Statement.commentFormat(empty, Statement.INDENT) : statements);
    }
    StringBuilder calls = new StringBuilder();
    for (Part part : split.parts(operations)) {
      List<Line> lines = lines(part.operations(), upgrade);
      PartClass holder = classFor(lines);
      calls.append(holder.call(part.name())).append("(op);\n");
      List<Line> divided = lines.stream().map(line -> divided(line, holder)).toList();
      holder.add(operations(part.name()), block(format(divided, holder.indent())));
    }
    return block(calls.toString());
  }

  /** The class that takes a method with those statements. */
  private PartClass classFor(List<Line> lines) {
    PartClass last = classes.get(classes.size() - 1);
    PartClass holder =
        last.withRoomFor(lines.stream().map(line -> line.statement().code()).toList());
    if (holder != last) {
      classes.add(holder);
    }
    return holder;
  }

  /** The statement, with the elements of a wide table in methods of their own. */
  private Line divided(Line line, PartClass holder) {
    if (!WideTable.isToDivide(line.statement().code())) {
      return line;
    }
    Call create = (Call) line.statement().code();
    List<Group> divided = WideTable.groups(create, groups + 1);
    groups += divided.size();
    for (Group group : divided) {
      holder.add(
          MethodSpec.methodBuilder(group.method()).returns(TableElement.class),
          block(Statement.of(group.body()).format(holder.indent())));
      imports(group.body());
    }
    return new Line(
        new Statement(
            line.statement().comment(),
            line.statement().alternative(),
            WideTable.divided(create, divided)),
        line.emptyLineAbove(),
        line.dialects());
  }

  /**
   * A statement of a method.
   *
   * @param emptyLineAbove whether an empty line stands above it
   * @param dialects the kinds of database on which it runs; none for all
   */
  private record Line(Statement statement, boolean emptyLineAbove, List<String> dialects) {}

  private List<Line> lines(List<Operation> operations, boolean upgrade) {
    Statements visitor = new Statements(upgrade);
    Map<Operation, String> remarks = upgrade ? file.remarks() : Map.of();
    Alternatives alternatives = new Alternatives(file.alternatives(), upgrade);
    List<Line> lines = new ArrayList<>();
    Optional<QualifiedName> created = Optional.empty();
    String above = "";
    for (Operation operation : operations) {
      Optional<QualifiedName> next = created(operation, created);
      boolean emptyLineAbove = !next.equals(created) || operation instanceof CreateTable;
      PortableOperation each = portable.computeIfAbsent(operation, PortableOperation::everywhere);
      List<Statement> statements = remarked(visitor.of(each), remarks.get(operation));
      for (Statement statement : alternatives.of(operation, statements)) {
        String comment = Objects.requireNonNullElse(statement.comment(), "");
        boolean repeated = comment.equals(above) && comment.equals(Statements.IN_THE_WAY);
        Statement shown = repeated ? Statement.of(statement.code()) : statement;
        lines.add(new Line(shown, emptyLineAbove && !lines.isEmpty(), each.dialects()));
        above = comment;
        emptyLineAbove = false;
        imports(statement.code());
      }
      created = next;
    }
    return lines;
  }

  /** The statements of an operation, the first with one more sentence in its comment. */
  private static List<Statement> remarked(List<Statement> statements, @Nullable String remark) {
    if (remark == null || statements.isEmpty()) {
      return statements;
    }
    return Statement.withFirst(statements, statements.get(0).withSentence(remark));
  }

  private static String format(List<Line> lines, int indent) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); ) {
      Line first = lines.get(i);
      text.append(first.emptyLineAbove() ? "\n" : "");
      if (first.dialects().isEmpty()) {
        text.append(first.statement().format(indent));
        i++;
        continue;
      }
      List<Statement> own = new ArrayList<>();
      for (; i < lines.size() && lines.get(i).dialects().equals(first.dialects()); i++) {
        own.add(lines.get(i).statement());
      }
      text.append(DialectBlock.format(first.dialects(), own, indent));
    }
    return text.toString();
  }

  /** The table that an operation is about to create: its indexes stand with it, others apart. */
  private static Optional<QualifiedName> created(
      Operation operation, Optional<QualifiedName> before) {
    if (operation instanceof CreateTable create) {
      return Optional.of(create.table().name());
    }
    return before.filter(
        table -> operation instanceof CreateIndex create && create.table().equals(table));
  }

  private void imports(Code code) {
    code.all()
        .forEach(
            part -> {
              if (part instanceof Constant constant) {
                constants.add(constant.value());
              } else if (part instanceof Call call) {
                definitions |= !call.name().contains(".") && !call.name().startsWith("new ");
              }
            });
  }

  private static CodeBlock block(String format) {
    return CodeBlock.builder().addNamed(format, JavaTypes.ARGUMENTS).build();
  }
}
