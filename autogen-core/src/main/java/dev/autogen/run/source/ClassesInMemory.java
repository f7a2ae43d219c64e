package dev.autogen.run.source;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps the classes that a compiler writes in memory, by their source. */
final class ClassesInMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final Map<Path, Map<String, ByteArrayOutputStream>> written = new HashMap<>();

  ClassesInMemory(StandardJavaFileManager files) {
    super(files);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      JavaFileManager.Location location,
      String className,
      JavaFileObject.Kind kind,
      FileObject sibling) {
    Path source = Path.of(sibling.toUri());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.computeIfAbsent(source, ignored -> new LinkedHashMap<>()).put(className, bytes);
    URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    return new SimpleJavaFileObject(uri, kind) {
      @Override
      public OutputStream openOutputStream() {
        return bytes;
      }
    };
  }

  Map<Path, Map<String, byte[]>> classes() {
    Map<Path, Map<String, byte[]>> classes = new HashMap<>();
    written.forEach(
        (source, byName) -> {
          Map<String, byte[]> bytes = new LinkedHashMap<>();
          byName.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
          classes.put(source, bytes);
        });
    return classes;
  }
}
