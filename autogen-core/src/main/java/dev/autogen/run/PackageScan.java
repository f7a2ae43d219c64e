package dev.autogen.run;

import dev.autogen.schema.AutogenException;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds the classes of a package and those below it: in directories, in jars, and in jars within
 * jars, whose class loader opens them as {@code jar:} URLs (Spring Boot's does).
 */
final class PackageScan {

  private static final String CLASS = ".class";

  private final String folder;
  private final Set<String> names = new TreeSet<>();

  private PackageScan(String packageName) {
    this.folder = packageName.replace('.', '/');
  }

  /** The binary names of top-level classes, sorted. */
  static Set<String> classes(String packageName, ClassLoader loader) {
    PackageScan scan = new PackageScan(packageName);
    try {
      Enumeration<URL> found = loader.getResources(scan.folder);
      for (URL url : Collections.list(found)) {
        scan.read(url);
      }
      if (scan.names.isEmpty()) {
        scan.readClassPath();
      }
    } catch (IOException | URISyntaxException e) {
      throw AutogenException.failed(
          "cannot search the class path for the package " + packageName + ": " + e.getMessage(), e);
    }
    return scan.names;
  }

  private void read(URL url) throws IOException, URISyntaxException {
    if (url.getProtocol().equals("file")) {
      readDirectory(Path.of(url.toURI()));
      return;
    }
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        readJar(file);
      }
      return;
    }
    try {
      readDirectory(Path.of(url.toURI()));
    } catch (FileSystemNotFoundException | IllegalArgumentException e) {
      throw new IOException("URLs like " + url + " cannot be listed; name the classes", e);
    }
  }

  private void readDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(CLASS)).toList();
      for (Path file : classes) {
        String relative = directory.relativize(file).toString().replace('\\', '/');
        add(folder + "/" + relative);
      }
    }
  }

  /** A jar within a Spring Boot jar may list its entries below {@code BOOT-INF/classes/}. */
  private void readJar(JarFile jar) {
    for (JarEntry entry : Collections.list(jar.entries())) {
      String name = entry.getName().replaceFirst("^(BOOT-INF|WEB-INF)/classes/", "");
      if (name.endsWith(CLASS) && name.startsWith(folder + "/")) {
        add(name);
      }
    }
  }

  /**
   * Searches the jars of the class path, because a jar without entries for its directories is not
   * found by the name of a package.
   */
  private void readClassPath() throws IOException {
    String classPath = System.getProperty("java.class.path", "");
    for (String entry : classPath.split(File.pathSeparator)) {
      if (entry.endsWith(".jar") && Files.isRegularFile(Path.of(entry))) {
        try (JarFile jar = new JarFile(entry)) {
          readJar(jar);
        }
      }
    }
  }

  private void add(String path) {
    String name = path.substring(0, path.length() - CLASS.length()).replace('/', '.');
    if (!name.contains("$") && !name.endsWith("package-info") && !name.endsWith("module-info")) {
      names.add(name);
    }
  }
}
