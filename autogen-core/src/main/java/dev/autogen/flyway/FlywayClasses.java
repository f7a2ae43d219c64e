package dev.autogen.flyway;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads the classes of a Flyway apart from autogen's own libraries. */
final class FlywayClasses {

  static final String FLYWAY = "org.flywaydb.core.Flyway";

  private static final Pattern JAR = Pattern.compile("flyway-core-([^/!]+)\\.jar!");

  private FlywayClasses() {}

  static URLClassLoader loader(List<Path> entries) {
    URL[] urls = entries.stream().map(FlywayClasses::url).toArray(URL[]::new);
    return new URLClassLoader("flyway", urls, new DriverLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether a loader finds Flyway. */
  static boolean has(ClassLoader loader) {
    return loader.getResource(FLYWAY.replace('.', '/') + ".class") != null;
  }

  /** Flyway's version as its jar's name tells it; an empty text if it does not. */
  static String version(ClassLoader loader) {
    URL jar = loader.getResource(FLYWAY.replace('.', '/') + ".class");
    Matcher name = JAR.matcher(String.valueOf(jar));
    return name.find() ? name.group(1) : "";
  }

  /** Shows the classes of the JDBC driver that makes the connections, and Java's own. */
  private static final class DriverLoader extends ClassLoader {

    DriverLoader() {
      super("driver", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.postgresql.")) {
        return FlywayClasses.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
