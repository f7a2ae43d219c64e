package dev.autogen.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources of tests; the jars of a class path stay open for the next ones. */
public final class TestCompiler {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private TestCompiler() {}

  /** Compiles sources into a directory. */
  public static synchronized void compile(
      Path classes, Collection<Path> classPath, Collection<Path> sources) {
    StringWriter messages = new StringWriter();
    try {
      Files.createDirectories(classes);
      FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      FILES.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var units = FILES.getJavaFileObjectsFromPaths(sources);
    if (!COMPILER.getTask(messages, FILES, null, List.of("-proc:none"), null, units).call()) {
      throw new IllegalStateException("the sources do not compile: " + messages);
    }
  }
}
