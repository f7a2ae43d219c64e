package dev.autogen.model.hibernate;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A {@code @FormerName} annotation of any package: a project may define its own, so that its
 * entities do not depend on autogen.
 *
 * @param names the names before
 * @param column the present name of the column that is meant, or empty
 * @param table the present name of the table that is meant, or empty
 */
record FormerNameMark(List<String> names, String column, String table) {

  private static final String NAME = "FormerName";

  /** The marks of a class itself. */
  static List<FormerNameMark> of(Class<?> type) {
    List<FormerNameMark> marks = new ArrayList<>();
    add(type, marks);
    return marks;
  }

  /** The marks of an attribute, on its field or its getter, wherever in the hierarchy it is. */
  static List<FormerNameMark> of(Class<?> owner, String attribute) {
    List<FormerNameMark> marks = new ArrayList<>();
    String name = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
    List<String> getters = List.of("get" + name, "is" + name, attribute);
    for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
      Arrays.stream(type.getDeclaredFields())
          .filter(field -> field.getName().equals(attribute))
          .forEach(field -> add(field, marks));
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.getParameterCount() == 0 && !method.isBridge())
          .filter(method -> getters.contains(method.getName()))
          .forEach(method -> add(method, marks));
      if (!marks.isEmpty()) {
        break;
      }
    }
    return marks.stream().distinct().toList();
  }

  private static void add(AnnotatedElement element, List<FormerNameMark> marks) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      add(annotation, marks);
    }
  }

  private static void add(Annotation annotation, List<FormerNameMark> marks) {
    Class<?> type = annotation.annotationType();
    if (type.getSimpleName().equals(NAME)) {
      Object names = value(annotation, "value");
      marks.add(
          new FormerNameMark(
              names instanceof String[] several ? List.of(several) : List.of(String.valueOf(names)),
              text(annotation, "column"),
              text(annotation, "table")));
    } else if (isContainer(type) && value(annotation, "value") instanceof Annotation[] parts) {
      Arrays.stream(parts).forEach(part -> add(part, marks));
    }
  }

  private static boolean isContainer(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            method ->
                method.getName().equals("value")
                    && method.getReturnType().isArray()
                    && method.getReturnType().getComponentType().getSimpleName().equals(NAME));
  }

  private static String text(Annotation annotation, String element) {
    return value(annotation, element) instanceof String text ? text : "";
  }

  private static Object value(Annotation annotation, String element) {
    try {
      Method method = annotation.annotationType().getDeclaredMethod(element);
      method.setAccessible(true);
      return method.invoke(annotation);
    } catch (ReflectiveOperationException e) {
      return "";
    }
  }
}
