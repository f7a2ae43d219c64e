package dev.autogen.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the classes of a Liquibase apart from autogen's own libraries, and the few classes of
 * autogen that link against it.
 */
final class LiquibaseClasses extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String OWN = LiquibaseClasses.class.getPackageName() + '.';
  private static final String INSIDE = OWN + "inside.";
  private static final String LIQUIBASE = "liquibase/Liquibase.class";

  LiquibaseClasses(List<Path> entries) {
    super(
        "liquibase",
        entries.stream().map(LiquibaseClasses::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether there is a Liquibase on the class path. */
  boolean hasLiquibase() {
    return getResource(LIQUIBASE) != null;
  }

  /** The calls of that Liquibase. */
  LiquibaseCalls calls() throws ReflectiveOperationException {
    return (LiquibaseCalls)
        loadClass(INSIDE + "InsideLiquibase").getDeclaredConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean shared =
        name.startsWith("org.postgresql.") || (name.startsWith(OWN) && !name.startsWith(INSIDE));
    return shared
        ? LiquibaseClasses.class.getClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(INSIDE)) {
      return super.findClass(name);
    }
    String resource = name.replace('.', '/') + ".class";
    ClassLoader own = LiquibaseClasses.class.getClassLoader();
    try (InputStream content = own.getResourceAsStream(resource)) {
      if (content == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = content.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
