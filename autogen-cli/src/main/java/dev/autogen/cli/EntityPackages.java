package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages of the sources that declare entities. */
final class EntityPackages {

  private static final Pattern ENTITY =
      Pattern.compile("(?m)^[ \\t\\f]*+@(?:[\\w.]+\\.)?Entity\\b");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t\\f]*+package\\s++([\\w.]+)");

  private EntityPackages() {}

  /** The packages, without those that lie in others of them. */
  static List<String> below(Path sources) {
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    TreeSet<String> packages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : (Iterable<Path>) files.filter(EntityPackages::isSource)::iterator) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Matcher name = PACKAGE.matcher(text);
        if (ENTITY.matcher(text).find() && name.find()) {
          packages.add(name.group(1));
        }
      }
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + sources + ": " + e.getMessage(), e);
    }
    return packages.stream()
        .filter(name -> packages.stream().noneMatch(other -> name.startsWith(other + ".")))
        .toList();
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") || file.toString().endsWith(".kt");
  }
}
