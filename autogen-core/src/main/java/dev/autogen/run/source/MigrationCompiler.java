package dev.autogen.run.source;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources of migrations in this process, into memory. */
final class MigrationCompiler {

  private static final int SHOWN_ERRORS = 5;

  private final List<Path> classPath;

  /** A compiler whose sources see these directories and jars. */
  MigrationCompiler(Collection<Path> classPath) {
    this.classPath = List.copyOf(classPath);
  }

  /**
   * Compiles sources together.
   *
   * @param sources the files and their texts
   * @return the classes of each source, by their binary names
   * @throws AutogenException if one does not compile, or this Java has no compiler
   */
  Map<Path, Map<String, byte[]>> compile(Map<Path, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw AutogenException.failed(
          "this Java runtime ("
              + System.getProperty("java.home")
              + ") has no compiler, which migrations in source need; run autogen on a JDK",
          null);
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter other = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        ClassesInMemory memory = new ClassesInMemory(files)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      boolean compiled =
          compiler
              .getTask(
                  other,
                  memory,
                  diagnostics,
                  List.of("-proc:none", "-Xlint:none", "-nowarn", "-g"),
                  null,
                  sources.entrySet().stream().map(MigrationCompiler::source).toList())
              .call();
      if (!compiled) {
        throw failed(diagnostics, other.toString());
      }
      return memory.classes();
    } catch (IOException e) {
      throw AutogenException.failed("cannot compile the migrations: " + e.getMessage(), e);
    }
  }

  private static JavaFileObject source(Map.Entry<Path, String> source) {
    return new SimpleJavaFileObject(source.getKey().toUri(), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.getValue();
      }
    };
  }

  private static AutogenException failed(
      DiagnosticCollector<JavaFileObject> diagnostics, String other) {
    List<Diagnostic<? extends JavaFileObject>> errors =
        diagnostics.getDiagnostics().stream()
            .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
            .<Diagnostic<? extends JavaFileObject>>map(found -> found)
            .toList();
    StringBuilder text = new StringBuilder("migrations do not compile:");
    errors.stream().limit(SHOWN_ERRORS).forEach(error -> text.append("\n").append(line(error)));
    if (errors.size() > SHOWN_ERRORS) {
      text.append("\nand ").append(errors.size() - SHOWN_ERRORS).append(" more errors");
    }
    if (errors.isEmpty()) {
      text.append("\n").append(other);
    }
    return AutogenException.failed(
        text + "\nCorrect them, and run the command again; nothing was done", null);
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ENGLISH).strip();
    return error.getSource() == null
        ? message
        : Path.of(error.getSource().toUri()) + ":" + error.getLineNumber() + ": " + message;
  }
}
