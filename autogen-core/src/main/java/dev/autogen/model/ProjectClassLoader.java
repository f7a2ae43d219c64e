package dev.autogen.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

/**
 * Loads the project's class path, and the few classes of autogen that link against the project's
 * Hibernate. The libraries of the process are not visible here.
 */
final class ProjectClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String INSIDE = ProjectClassLoader.class.getPackageName() + ".hibernate.";

  private static final String ANNOTATION = "dev.autogen.migration.FormerName";

  /**
   * The file that names the XML parser with which Hibernate and Bean Validation read their files.
   */
  private static final String PARSERS = "META-INF/services/javax.xml.stream.XMLInputFactory";

  /**
   * The file that names autogen's parser. It is no service of the jar, so an application that
   * embeds autogen keeps its own parser.
   */
  private static final String OWN_PARSER = "hibernate/parser-of-xml";

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

  /**
   * Makes code of this loader use autogen's parser (see {@link java.util.ServiceLoader}). It
   * changes no setting of the process, which other parts of a build may share.
   */
  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    if (!name.equals(PARSERS)) {
      return super.findResources(name);
    }
    URL own = ProjectClassLoader.class.getResource(OWN_PARSER);
    return Collections.enumeration(List.of(Objects.requireNonNull(own, OWN_PARSER)));
  }

  /**
   * Finds annotations of autogen too: an annotation that is not on the class path would not be seen
   * on its classes.
   */
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
