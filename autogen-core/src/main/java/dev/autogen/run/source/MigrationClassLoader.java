package dev.autogen.run.source;

import dev.autogen.run.SharedClasses;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads classes that a project writes for autogen: migrations and filters. They see autogen, the
 * drivers that it uses, and the class path of the project. They do not see autogen's other
 * libraries, nor another autogen on that class path. A migration that the project has also compiled
 * is taken from its source.
 */
public final class MigrationClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader own;
  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();

  /**
   * A loader for a project.
   *
   * @param classPath the project's class path
   * @param own the class loader of autogen
   */
  public MigrationClassLoader(Collection<Path> classPath, ClassLoader own) {
    super(urls(classPath), ClassLoader.getPlatformClassLoader());
    this.own = own;
  }

  private static URL[] urls(Collection<Path> classPath) {
    return classPath.stream().map(MigrationClassLoader::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
  }

  void add(Map<String, byte[]> compiled) {
    classes.putAll(compiled);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = classes.get(name);
      if (bytes != null) {
        return defineClass(name, bytes, 0, bytes.length);
      }
      if (SharedClasses.contain(name)) {
        try {
          return own.loadClass(name);
        } catch (ClassNotFoundException e) {
          return super.loadClass(name, resolve);
        }
      }
      return super.loadClass(name, resolve);
    }
  }
}
