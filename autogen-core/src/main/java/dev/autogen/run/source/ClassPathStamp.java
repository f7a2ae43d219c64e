package dev.autogen.run.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells one state of a class path from another: by the path, the size and the time of each jar and
 * of each class in a folder. It matters because the compiler copies constants of other classes.
 */
final class ClassPathStamp {

  private ClassPathStamp() {}

  static String of(List<Path> classPath) {
    StringBuilder stamp = new StringBuilder();
    classPath.forEach(entry -> add(entry, stamp));
    return stamp.toString();
  }

  private static void add(Path entry, StringBuilder stamp) {
    if (!Files.isDirectory(entry)) {
      stamp.append(file(entry));
      return;
    }
    try (Stream<Path> files = Files.walk(entry)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .sorted()
          .forEach(file -> stamp.append(file(file)));
    } catch (IOException | UncheckedIOException e) {
      stamp.append(entry).append(" cannot be read\n");
    }
  }

  private static String file(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return file + " " + attributes.size() + " " + attributes.lastModifiedTime() + "\n";
    } catch (IOException e) {
      return file + " is not there\n";
    }
  }
}
