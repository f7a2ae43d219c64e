package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application class of a Spring Boot project. */
final class SpringApplication {

  private static final Pattern ANNOTATION =
      Pattern.compile("(?m)^[ \\t\\f]*+@SpringBootApplication\\b");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t\\f]*+package\\s++([\\w.]+)");

  private SpringApplication() {}

  /**
   * The package of the class that has {@code @SpringBootApplication}, which is scanned for
   * components.
   *
   * @throws AutogenException if there is none
   */
  static String packageIn(Path project) {
    Path sources = project.resolve("src/main");
    if (Files.isDirectory(sources)) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : (Iterable<Path>) files.sorted()::iterator) {
          if (file.toString().endsWith(".java") || file.toString().endsWith(".kt")) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Matcher name = PACKAGE.matcher(text);
            if (ANNOTATION.matcher(text).find() && name.find()) {
              return name.group(1);
            }
          }
        }
      } catch (IOException e) {
        throw AutogenException.failed("cannot read " + sources + ": " + e.getMessage(), e);
      }
    }
    throw AutogenException.usage(
        "There is no class with @SpringBootApplication below "
            + sources
            + "; run 'autogen init --template maven', or plain.");
  }
}
