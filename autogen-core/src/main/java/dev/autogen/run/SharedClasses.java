package dev.autogen.run;

import java.util.List;

/**
 * Tells which classes a migration has in common with autogen: the interfaces that it implements,
 * and the drivers, so that it can ask a connection for more than JDBC.
 */
public final class SharedClasses {

  private static final List<String> PREFIXES =
      List.of(
          "dev.autogen.",
          "org.postgresql.",
          "org.h2.",
          "org.mariadb.",
          "com.mysql.",
          "org.sqlite.");

  private SharedClasses() {}

  /** Whether the class of that name must be the same on both sides. */
  public static boolean contain(String className) {
    return PREFIXES.stream().anyMatch(className::startsWith);
  }
}
