package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Describes a failure in the project's class loader, and names the jar if one causes it. */
final class ModelFailure {

  private static final Pattern CLASS_NAME =
      Pattern.compile("\\b(?:[a-z_][\\w]*[./])++[A-Z][\\w$]*");

  private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");

  private static final Pattern XML_FILE = Pattern.compile("\\b(?:jar:)?file:\\S+");

  private ModelFailure() {}

  /**
   * The failure in words.
   *
   * @param classes the names of the mapped classes, one of which may be what cannot be loaded
   */
  static AutogenException of(
      Throwable failure, ProjectClassLoader loader, Collection<String> classes) {
    @Nullable String initializer = initializer(failure);
    @Nullable LinkageError linkage = linkageError(failure);
    if (initializer != null && !(linkage instanceof IncompatibleClassChangeError)) {
      return usage(
          "The static initializer of "
              + initializer
              + " fails: "
              + reasons(failure)
              + "\nIt has to run without the application.",
          failure);
    }
    for (String name : classes) {
      @Nullable LinkageError missing = missing(name, loader);
      if (missing != null) {
        return usage(
            "The class " + name + " cannot be loaded. " + linkage(missing, name, loader), failure);
      }
    }
    return usage(
        linkage == null ? mapping(failure, loader, classes) : linkage(linkage, null, loader),
        failure);
  }

  private static AutogenException usage(String message, Throwable failure) {
    return new AutogenException(AutogenException.Exit.USAGE, message, failure);
  }

  /** The class whose static initializer threw, or null if it was none. */
  private static @Nullable String initializer(Throwable failure) {
    for (Throwable cause : causes(failure)) {
      for (StackTraceElement element : cause.getStackTrace()) {
        boolean isLibrary = element.getClassName().startsWith("org.hibernate.");
        if (element.getMethodName().equals("<clinit>") && !isLibrary) {
          return element.getClassName();
        }
      }
    }
    return null;
  }

  /**
   * The error for a class that another class needs and that is missing, or null; Hibernate does not
   * always pass it on.
   */
  private static @Nullable LinkageError missing(String name, ProjectClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      type.getDeclaredFields();
      type.getDeclaredMethods();
      return null;
    } catch (ClassNotFoundException e) {
      return null;
    } catch (LinkageError e) {
      return e;
    }
  }

  private static @Nullable LinkageError linkageError(Throwable failure) {
    for (Throwable cause : causes(failure)) {
      if (cause instanceof LinkageError error && !(error instanceof ExceptionInInitializerError)) {
        return error;
      }
    }
    return null;
  }

  private static String mapping(
      Throwable failure, ProjectClassLoader loader, Collection<String> classes) {
    for (Throwable cause : causes(failure)) {
      if (cause instanceof XMLStreamException malformed && malformed.getLocation() != null) {
        return malformed(reasons(failure), malformed);
      }
    }
    if (reasons(failure).contains("Unable to determine Dialect")) {
      return "Hibernate has no dialect for the database: "
          + reasons(failure)
          + "\nDialects that its community keeps, such as that of SQLite, are in"
          + " org.hibernate.orm:hibernate-community-dialects: add it, in the version of the"
          + " project's Hibernate, to the project's dependencies or to [model] classpath in"
          + " autogen.toml.";
    }
    return "Hibernate cannot map the entities: "
        + reasons(failure)
        + WrongReferences.lines(reasons(failure), loader, classes)
        + "\nCorrect the mapping, compile, and run the command again.";
  }

  /**
   * The parser's own message, because the messages of Hibernate and JAXB around it lack the line.
   */
  private static String malformed(String reasons, XMLStreamException failure) {
    Matcher file = XML_FILE.matcher(reasons);
    return "The mapping file "
        + (file.find() ? file.group() : "")
        + ", line "
        + failure.getLocation().getLineNumber()
        + ", column "
        + failure.getLocation().getColumnNumber()
        + ", cannot be read: "
        + String.valueOf(failure.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "")
        + "\nCorrect it, compile, and run the command again.";
  }

  private static String reasons(Throwable failure) {
    Set<String> messages = new LinkedHashSet<>();
    for (Throwable cause : causes(failure)) {
      String message = cause.getMessage() == null ? cause.toString() : cause.getMessage().strip();
      if (messages.stream().noneMatch(said -> said.contains(message))) {
        messages.add(message);
      }
    }
    return String.join("\n  because ", messages);
  }

  private static String linkage(
      LinkageError error, @Nullable String owner, ProjectClassLoader loader) {
    if (error instanceof UnsupportedClassVersionError) {
      return newerJava(error);
    }
    StringBuilder message =
        new StringBuilder("The project's class path does not fit together: ")
            .append(error.getClass().getSimpleName())
            .append(": ")
            .append(String.valueOf(error.getMessage()).lines().findFirst().orElse(""))
            .append('.');
    Set<String> places = new LinkedHashSet<>();
    if (owner != null) {
      place(owner, loader, places);
    }
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

  /** Class files count from 45 for Java 1.1 (Java Virtual Machine Specification, 4.1). */
  private static String newerJava(LinkageError error) {
    Matcher version = CLASS_FILE_VERSION.matcher(String.valueOf(error.getMessage()));
    String needed = version.find() ? " " + (Integer.parseInt(version.group(1)) - 44) : "";
    return "It is compiled for Java"
        + (needed.isEmpty() ? " of a later version" : needed)
        + ", and autogen runs on Java "
        + Runtime.version().feature()
        + ".\nPoint JAVA_HOME to a JDK"
        + (needed.isEmpty() ? "" : needed + " or newer")
        + " and run the command again.";
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
