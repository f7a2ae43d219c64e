package dev.autogen.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The project's class path, and beside it the few classes of autogen that link against the
 * project's Hibernate. The libraries of the process are not visible here.
 */
final class ProjectClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String INSIDE = ProjectClassLoader.class.getPackageName() + ".hibernate.";

  private static final String ANNOTATION = "dev.autogen.migration.FormerName";

  ProjectClassLoader(List<Path> entries) {
    super("project", urls(entries), ClassLoader.getPlatformClassLoader());
  }

  private static URL[] urls(List<Path> entries) {
    return entries.stream().map(ProjectClassLoader::url).toArray(URL[]::new);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An annotation that is not on the class path would not be seen on the classes that bear it. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(INSIDE)) {
      return defineInside(name);
    }
    try {
      return super.findClass(name);
    } catch (ClassNotFoundException e) {
      if (name.startsWith(ANNOTATION)) {
        return defineInside(name);
      }
      throw e;
    }
  }

  private Class<?> defineInside(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    ClassLoader caller = ProjectClassLoader.class.getClassLoader();
    try (InputStream content = caller.getResourceAsStream(resource)) {
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
