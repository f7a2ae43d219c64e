package dev.autogen.model;

import java.util.List;
import java.util.Map;

/**
 * Settings that a framework makes on its own.
 *
 * <p>Spring Boot names tables and columns in snake case unless told otherwise ({@code
 * HibernateProperties}); since Boot 4 and Hibernate 7 by a class of another name.
 */
final class FrameworkDefaults {

  private static final String PHYSICAL = "hibernate.physical_naming_strategy";
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";

  private static final List<String> SPRING_IMPLICIT =
      List.of(
          "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
          "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy");

  private static final List<String> SNAKE_CASE =
      List.of(
          "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
          "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");

  private FrameworkDefaults() {}

  /** Adds the defaults that nothing else has set; a note says so. */
  static void add(ProjectClassLoader loader, Map<String, String> settings, List<String> notes) {
    SPRING_IMPLICIT.stream()
        .filter(name -> isThere(loader, name))
        .findFirst()
        .ifPresent(implicit -> addSpring(loader, implicit, settings, notes));
  }

  private static void addSpring(
      ProjectClassLoader loader,
      String implicit,
      Map<String, String> settings,
      List<String> notes) {
    if (settings.putIfAbsent(IMPLICIT, implicit) == null) {
      notes.add("Spring Boot is on the class path: implicit naming strategy " + implicit + ".");
    }
    SNAKE_CASE.stream()
        .filter(name -> isThere(loader, name))
        .findFirst()
        .ifPresent(
            physical -> {
              if (settings.putIfAbsent(PHYSICAL, physical) == null) {
                notes.add(
                    "Spring Boot is on the class path: physical naming strategy "
                        + physical
                        + ". Set "
                        + PHYSICAL
                        + " under [model.properties] for another.");
              }
            });
  }

  private static boolean isThere(ProjectClassLoader loader, String className) {
    return loader.getResource(className.replace('.', '/') + ".class") != null;
  }
}
