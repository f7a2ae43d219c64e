package dev.autogen.archive;

import dev.autogen.run.SharedClasses;
import io.github.classgraph.Resource;
import io.github.classgraph.ResourceList;
import io.github.classgraph.ScanResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of an application from its jars and the jars within them, without unpacking
 * them to files. They see the autogen and the drivers that run here, and nothing else of the
 * command line.
 */
final class ArchiveClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ScanResult application;
  private final ClassLoader own;

  /**
   * A loader for an application.
   *
   * @param own the class loader of autogen
   */
  ArchiveClassLoader(ScanResult application, ClassLoader own) {
    super("application", ClassLoader.getPlatformClassLoader());
    this.application = application;
    this.own = own;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (SharedClasses.contain(name)) {
      try {
        return own.loadClass(name);
      } catch (ClassNotFoundException e) {
        return super.loadClass(name, resolve);
      }
    }
    return super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    List<Resource> found = resourcesAt(name.replace('.', '/') + ".class");
    if (found.isEmpty()) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = bytes(found.get(0));
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    List<Resource> found = resourcesAt(name);
    return found.isEmpty() ? null : url(found.get(0));
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(resourcesAt(name).stream().map(this::url).toList());
  }

  private List<Resource> resourcesAt(String path) {
    ResourceList found = application.getResourcesWithPathIgnoringAccept(path);
    return found == null ? List.of() : found;
  }

  /** A resource can be open only once at a time. */
  private synchronized byte[] bytes(Resource resource) {
    try (resource) {
      return resource.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address that only this loader can open, because Java knows none of a jar in a jar. */
  private URL url(Resource resource) {
    try {
      return new URL("application", "", -1, "/" + resource.getPath(), new Handler(resource));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(resource.getPath(), e);
    }
  }

  private final class Handler extends URLStreamHandler {

    private final Resource resource;

    Handler(Resource resource) {
      this.resource = resource;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes(resource));
        }
      };
    }
  }
}
