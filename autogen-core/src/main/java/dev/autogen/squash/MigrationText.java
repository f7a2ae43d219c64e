package dev.autogen.squash;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a migration's source.
 *
 * @param imports what it imports, such as {@code static java.util.Map.entry}
 * @param header everything from the first comment of the class to its opening brace
 * @param name the simple name of the class
 * @param supertypes the text between the name and the opening brace
 * @param members the text between the braces, as it was written
 * @param conditional what in it makes decisions at run time, or empty
 */
record MigrationText(
    List<String> imports,
    String header,
    String name,
    String supertypes,
    String members,
    Optional<String> conditional) {

  /**
   * Parses a source, as the compiler does.
   *
   * @throws AutogenException if it holds anything but one class, or this Java has no compiler
   */
  static MigrationText parse(String source, String location) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw AutogenException.failed(
          "this Java runtime has no compiler, which reads the migrations; run autogen on a JDK",
          null);
    }
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, null, found -> {}, List.of("-proc:none"), null, List.of(file(source)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return of(source, unit, Trees.instance(task).getSourcePositions(), location);
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + location + ": " + e, e);
    }
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Migration.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static MigrationText of(
      String source, CompilationUnitTree unit, SourcePositions positions, String location) {
    if (unit.getTypeDecls().size() != 1
        || !(unit.getTypeDecls().get(0) instanceof ClassTree type)
        || type.getKind() != Tree.Kind.CLASS) {
      throw AutogenException.usage(
          location
              + " holds more than the class of its migration, so it cannot be put into a squash;"
              + " move what else is there to a file of its own");
    }
    int from = (int) positions.getEndPosition(unit, type.getModifiers());
    int name = source.indexOf(type.getSimpleName().toString(), Math.max(from, 0));
    int tail = name + type.getSimpleName().length();
    int after = tail;
    for (Tree supertype : supertypes(type)) {
      after = Math.max(after, (int) positions.getEndPosition(unit, supertype));
    }
    int open = source.indexOf('{', after);
    int close = (int) positions.getEndPosition(unit, type) - 1;
    int above = 0;
    List<String> imports = new ArrayList<>();
    for (ImportTree each : unit.getImports()) {
      imports.add((each.isStatic() ? "static " : "") + each.getQualifiedIdentifier());
      above = (int) positions.getEndPosition(unit, each);
    }
    if (unit.getPackage() != null) {
      above = Math.max(above, (int) positions.getEndPosition(unit, unit.getPackage()));
    }
    return new MigrationText(
        List.copyOf(imports),
        source.substring(above, open).strip(),
        type.getSimpleName().toString(),
        source.substring(tail, open).strip(),
        source.substring(open + 1, close),
        conditional(type));
  }

  private static List<Tree> supertypes(ClassTree type) {
    List<Tree> supertypes = new ArrayList<>(type.getImplementsClause());
    if (type.getExtendsClause() != null) {
      supertypes.add(type.getExtendsClause());
    }
    return supertypes;
  }

  private static Optional<String> conditional(ClassTree type) {
    AtomicReference<@Nullable String> found = new AtomicReference<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private @Nullable Void found() {
        found.set("decides as it runs");
        return null;
      }

      @Override
      public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
        return found();
      }

      @Override
      public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
        return found();
      }

      @Override
      public @Nullable Void visitSwitchExpression(
          SwitchExpressionTree tree, @Nullable Void nothing) {
        return found();
      }

      @Override
      public @Nullable Void visitConditionalExpression(
          ConditionalExpressionTree tree, @Nullable Void nothing) {
        return found();
      }
    }.scan(type, null);
    return Optional.ofNullable(found.get());
  }

  /** Whether the migration can be undone. */
  boolean hasDowngrade() {
    return members.contains(" downgrade(");
  }
}
