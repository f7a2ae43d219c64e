package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the project's Hibernate, of which an old one cannot be used. */
final class SupportedHibernate {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");
  private static final int MAJOR = 6;
  private static final int MINOR = 5;

  private SupportedHibernate() {}

  /**
   * Lets a Hibernate pass whose metadata can be read, or whose version is not told.
   *
   * @throws AutogenException if it is too old
   */
  static void require(ClassLoader loader) {
    String version;
    try {
      version =
          String.valueOf(
              loader.loadClass("org.hibernate.Version").getMethod("getVersionString").invoke(null));
    } catch (ReflectiveOperationException | LinkageError e) {
      return;
    }
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return;
    }
    int major = Integer.parseInt(parts.group(1));
    int minor = Integer.parseInt(parts.group(2));
    if (major < MAJOR || (major == MAJOR && minor < MINOR)) {
      throw AutogenException.usage(
          "The project's Hibernate "
              + version
              + " is too old: autogen reads entities through Hibernate 6.5 and later. Use a later"
              + " org.hibernate.orm:hibernate-core, which Spring Boot brings from 3.3 on.");
    }
  }
}
