package dev.autogen.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds where sources turn a record without words of its own into text, such as {@code
 * Column[name=id, …]}.
 */
public final class RecordsInText {

  private static final Set<String> TEXT_METHODS =
      Set.of("append", "valueOf", "format", "formatted", "toString", "print", "println");

  private RecordsInText() {}

  /** Each place below a directory of sources, as {@code File.java:12 Column}. */
  public static List<String> below(Path sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      List<Path> all = found.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  new StringWriter(),
                  files,
                  problem -> {},
                  List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(all));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      Search search = new Search(task);
      units.forEach(unit -> search.scan(new TreePath(unit), null));
      return search.places;
    }
  }

  private static final class Search extends TreePathScanner<Void, Void> {
    private final List<String> places = new ArrayList<>();
    private final Trees trees;
    private final Types types;
    private final Elements elements;

    private Search(JavacTask task) {
      trees = Trees.instance(task);
      types = task.getTypes();
      elements = task.getElements();
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void nothing) {
      if (tree.getKind() == Tree.Kind.PLUS && isText(tree)) {
        look(tree.getLeftOperand());
        look(tree.getRightOperand());
      }
      return super.visitBinary(tree, nothing);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
      if (isText(tree)) {
        look(tree.getExpression());
      }
      return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
      if (tree.getMethodSelect() instanceof MemberSelectTree method
          && TEXT_METHODS.contains(method.getIdentifier().toString())
          && (method.getIdentifier().contentEquals("toString") || isOfJava(method))) {
        tree.getArguments().forEach(this::look);
        if (method.getIdentifier().contentEquals("toString")) {
          look(method.getExpression());
        }
      }
      return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
      TypeMirror type = trees.getTypeMirror(getCurrentPath());
      if (TEXT_METHODS.contains(tree.getName().toString())
          && type instanceof DeclaredType function
          && !function.getTypeArguments().isEmpty()) {
        look(tree, function.getTypeArguments().get(0));
      }
      return super.visitMemberReference(tree, nothing);
    }

    private boolean isOfJava(Tree method) {
      Element element = trees.getElement(new TreePath(getCurrentPath(), method));
      return element != null
          && elements.getPackageOf(element).getQualifiedName().toString().startsWith("java.");
    }

    private boolean isText(Tree tree) {
      TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
      return type != null && type.toString().equals("java.lang.String");
    }

    private void look(ExpressionTree tree) {
      look(tree, trees.getTypeMirror(new TreePath(getCurrentPath(), tree)));
    }

    private void look(Tree tree, TypeMirror type) {
      if (type != null && isDumped(type)) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        long at = trees.getSourcePositions().getStartPosition(unit, tree);
        places.add(
            String.format(
                Locale.ROOT,
                "%s:%d %s",
                Path.of(unit.getSourceFile().toUri()).getFileName(),
                unit.getLineMap().getLineNumber(at),
                type));
      }
    }

    /** Whether the text of a value may be that of a record, or an object's address. */
    private boolean isDumped(TypeMirror type) {
      if (type instanceof TypeVariable variable) {
        return variable.getLowerBound().getKind() == TypeKind.NULL && !isCaptured(variable);
      }
      if (!(type instanceof DeclaredType declared)) {
        return false;
      }
      if (declared.getTypeArguments().stream().anyMatch(this::isDumped)) {
        return true;
      }
      TypeElement element = (TypeElement) declared.asElement();
      return elements.getPackageOf(element).getQualifiedName().toString().startsWith("dev.autogen")
          && element.getKind() != ElementKind.ENUM
          && !hasWords(element);
    }

    private static boolean isCaptured(TypeVariable variable) {
      return variable.asElement().getSimpleName().toString().startsWith("<captured");
    }

    private boolean hasWords(TypeElement type) {
      for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
        if (method.getSimpleName().contentEquals("toString")
            && method.getParameters().isEmpty()
            && elements.getOrigin(method) == Elements.Origin.EXPLICIT) {
          TypeElement owner = (TypeElement) method.getEnclosingElement();
          String name = owner.getQualifiedName().toString();
          if (!name.equals("java.lang.Object") && !name.equals("java.lang.Record")) {
            return true;
          }
        }
      }
      return types.isSubtype(type.asType(), elements.getTypeElement("java.lang.Throwable").asType())
          || types.isSubtype(
              type.asType(), elements.getTypeElement("java.lang.CharSequence").asType());
    }
  }
}
