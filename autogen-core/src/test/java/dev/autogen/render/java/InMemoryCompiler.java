package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.migration.Migration;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources that stand in memory, with every warning an error. */
final class InMemoryCompiler extends ForwardingJavaFileManager<JavaFileManager> {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private InMemoryCompiler() {
    super(COMPILER.getStandardFileManager(null, null, null));
  }

  /** Instances of the classes, by the simple names under which the sources are given. */
  static Map<String, Migration> compile(String packageName, Map<String, String> sources) {
    InMemoryCompiler manager = new InMemoryCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = List.of("-Xlint:all", "-Werror", "-proc:none", "--release", "17");
    List<Source> units =
        sources.entrySet().stream()
            .map(source -> new Source(source.getKey(), source.getValue()))
            .toList();
    COMPILER.getTask(null, manager, diagnostics, options, null, units).call();
    assertThat(diagnostics.getDiagnostics()).isEmpty();
    ClassLoader loader = manager.loader();
    Map<String, Migration> migrations = new HashMap<>();
    sources
        .keySet()
        .forEach(name -> migrations.put(name, instance(loader, qualified(packageName, name))));
    return migrations;
  }

  /** An instance of the class in the source. */
  static Migration compile(MigrationFile file, String source) {
    return compile(file.packageName(), Map.of(file.className(), source)).get(file.className());
  }

  private static String qualified(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  private static Migration instance(ClassLoader loader, String name) {
    try {
      return (Migration) loader.loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private ClassLoader loader() {
    return new ClassLoader(getClass().getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
      }
    };
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return new SimpleJavaFileObject(URI.create("mem:///" + className + ".class"), kind) {
      @Override
      public OutputStream openOutputStream() {
        return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
      }
    };
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("mem:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
