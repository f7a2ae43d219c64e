package dev.autogen.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says more of a {@code @JoinColumn} that refers to a column which is not there: where it stands,
 * and which column was meant if it names an attribute.
 */
final class WrongReferences {

  /** What Hibernate 6.6 and 7 say ({@code BinderHelper}). */
  private static final Pattern SAID =
      Pattern.compile(
          "references a column named '([^']+)' but the target entity '([^']+)' has no property");

  private static final String JPA = "jakarta.persistence.";

  private final ClassLoader loader;
  private final String column;
  private final String target;

  private WrongReferences(ClassLoader loader, String column, String target) {
    this.loader = loader;
    this.column = column;
    this.target = target;
  }

  /**
   * A line for each place, as far as the classes tell; empty where Hibernate failed for another
   * reason.
   *
   * @param said what Hibernate said
   * @param classes the names of the mapped classes
   */
  static String lines(String said, ClassLoader loader, Collection<String> classes) {
    Matcher matcher = SAID.matcher(said);
    if (!matcher.find()) {
      return "";
    }
    WrongReferences wrong = new WrongReferences(loader, matcher.group(1), matcher.group(2));
    StringBuilder lines = new StringBuilder();
    for (String name : classes) {
      for (AnnotatedElement member : wrong.members(name)) {
        if (Stream.of(member.getAnnotations()).anyMatch(wrong::refers)) {
          lines.append("\n").append(wrong.line(name, member));
        }
      }
    }
    return lines.toString();
  }

  private String line(String owner, AnnotatedElement member) {
    String text =
        owner
            + "."
            + attribute((Member) member)
            + ": @JoinColumn(referencedColumnName = \""
            + column
            + "\")";
    Optional<AnnotatedElement> named =
        members(target).stream()
            .filter(each -> attribute((Member) each).equals(column))
            .findFirst();
    return text
        + named
            .map(
                each ->
                    " names the attribute "
                        + target
                        + "."
                        + column
                        + "; name its column instead"
                        + columnOf(each).map(found -> ": " + found).orElse(""))
            .orElse(" names no column of " + target);
  }

  /** The fields and methods of a class and its superclasses; none where they cannot be loaded. */
  private List<AnnotatedElement> members(String className) {
    List<AnnotatedElement> members = new ArrayList<>();
    try {
      @Nullable Class<?> type = Class.forName(className, false, loader);
      for (; type != null && type != Object.class; type = type.getSuperclass()) {
        members.addAll(List.of(type.getDeclaredFields()));
        members.addAll(List.of(type.getDeclaredMethods()));
      }
    } catch (ClassNotFoundException | LinkageError e) {
      return List.of();
    }
    return members;
  }

  private static String attribute(Member member) {
    String name = member.getName();
    if (member instanceof Method) {
      String bare = name.replaceFirst("^(get|is)(?=\\p{Lu})", "");
      return Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    }
    return name;
  }

  /** Whether an annotation is the join column in question, or holds it. */
  private boolean refers(Annotation annotation) {
    if (!annotation.annotationType().getName().startsWith(JPA)) {
      return false;
    }
    boolean isJoinColumn = annotation.annotationType().getName().equals(JPA + "JoinColumn");
    for (Method each : annotation.annotationType().getDeclaredMethods()) {
      Object value = value(annotation, each);
      if (isJoinColumn && each.getName().equals("referencedColumnName") && column.equals(value)) {
        return true;
      } else if (value instanceof Annotation[] nested && Stream.of(nested).anyMatch(this::refers)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> columnOf(AnnotatedElement member) {
    return Stream.of(member.getAnnotations())
        .filter(
            each ->
                List.of(JPA + "Column", JPA + "JoinColumn")
                    .contains(each.annotationType().getName()))
        .flatMap(
            each ->
                Stream.of(each.annotationType().getDeclaredMethods())
                    .filter(method -> method.getName().equals("name"))
                    .map(method -> String.valueOf(value(each, method))))
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  private static @Nullable Object value(Annotation annotation, Method member) {
    try {
      return member.invoke(annotation);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
