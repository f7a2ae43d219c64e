package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application class of a Spring Boot project. */
final class SpringApplication {

  private static final Pattern ANNOTATION =
      Pattern.compile("(?m)^[ \\t\\f]*+@SpringBootApplication\\b");

  private SpringApplication() {}

  /**
   * Checks that there is a class that has {@code @SpringBootApplication}.
   *
   * @throws AutogenException if there is none
   */
  static void require(Path project) {
    Path sources = project.resolve("src/main");
    if (Files.isDirectory(sources)) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : (Iterable<Path>) files.sorted()::iterator) {
          if (file.toString().endsWith(".java") || file.toString().endsWith(".kt")) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            if (ANNOTATION.matcher(text).find()) {
              return;
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
