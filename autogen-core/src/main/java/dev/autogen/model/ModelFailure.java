package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words what went wrong in the project's class loader, with the jar where one is to blame. */
final class ModelFailure {

  private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:[a-z_][\\w]*[./])+[A-Z][\\w$]*");

  private ModelFailure() {}

  static AutogenException of(Throwable failure, ProjectClassLoader loader) {
    @Nullable LinkageError linkage = linkageError(failure);
    String message = linkage == null ? mapping(failure) : linkage(linkage, loader);
    return new AutogenException(AutogenException.Exit.USAGE, message, failure);
  }

  private static @Nullable LinkageError linkageError(Throwable failure) {
    for (Throwable cause : causes(failure)) {
      if (cause instanceof LinkageError error && !(error instanceof ExceptionInInitializerError)) {
        return error;
      }
    }
    return null;
  }

  private static String mapping(Throwable failure) {
    Set<String> messages = new LinkedHashSet<>();
    for (Throwable cause : causes(failure)) {
      String message = cause.getMessage() == null ? cause.toString() : cause.getMessage().strip();
      if (messages.stream().noneMatch(said -> said.contains(message))) {
        messages.add(message);
      }
    }
    return "Hibernate cannot map the entities: "
        + String.join("\n  because ", messages)
        + "\nCorrect the mapping, compile, and run the command again.";
  }

  private static String linkage(LinkageError error, ProjectClassLoader loader) {
    StringBuilder message =
        new StringBuilder("The project's class path does not fit together: ")
            .append(error.getClass().getSimpleName())
            .append(": ")
            .append(String.valueOf(error.getMessage()).lines().findFirst().orElse(""))
            .append('.');
    Set<String> places = new LinkedHashSet<>();
    Matcher names = CLASS_NAME.matcher(String.valueOf(error.getMessage()));
    while (names.find()) {
      place(names.group().replace('/', '.'), loader, places);
    }
    StackTraceElement[] trace = error.getStackTrace();
    for (int i = 0; i < Math.min(4, trace.length); i++) {
      place(trace[i].getClassName(), loader, places);
    }
    places.forEach(place -> message.append("\n  ").append(place));
    return message
        .append("\nA jar of another version is missing or in the way: correct the dependencies")
        .append(" of the project, or [model] classpath in autogen.toml.")
        .toString();
  }

  private static void place(String className, ProjectClassLoader loader, Set<String> places) {
    if (className.startsWith("java.") || className.startsWith("jdk.")) {
      return;
    }
    @Nullable URL resource = loader.getResource(className.replace('.', '/') + ".class");
    if (resource != null) {
      places.add(className + " is in " + entry(resource.toString()));
    }
  }

  private static String entry(String url) {
    int end = url.indexOf("!/");
    String file = end < 0 ? url : url.substring(0, end);
    return file.replaceFirst("^jar:", "").replaceFirst("^file:", "");
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable at = failure; at != null && !causes.contains(at); at = at.getCause()) {
      causes.add(at);
    }
    return causes;
  }
}
