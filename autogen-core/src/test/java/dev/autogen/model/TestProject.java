package dev.autogen.model;

import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.TestCompiler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A project whose sources a test writes, compiled against a version of Hibernate. */
public final class TestProject {

  private static final DatabaseTarget TARGET = PostgreSql.target(18, 0);

  private final Path directory;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<Path> libraries = new ArrayList<>();

  /** A project in an empty directory. */
  public TestProject(Path directory) {
    this.directory = directory;
  }

  Path classes() {
    return directory.resolve("target/classes");
  }

  Path cache() {
    return directory.resolve(".autogen");
  }

  /** Adds a class; the text is what follows the package declaration and the usual imports. */
  public TestProject source(String className, String text) {
    int dot = className.lastIndexOf('.');
    sources.put(
        className,
        "package "
            + className.substring(0, dot)
            + ";\nimport jakarta.persistence.*;\nimport org.hibernate.annotations.*;\n"
            + text);
    return this;
  }

  /** Adds a library that the sources are compiled against; a request has to name it. */
  TestProject library(Path jar) {
    libraries.add(jar);
    return this;
  }

  /** Adds annotations of a package. */
  TestProject packageInfo(String packageName, String annotations) {
    sources.put(packageName + ".package-info", annotations + " package " + packageName + ";");
    return this;
  }

  /** Adds an entity with the given fields beside its id. */
  public TestProject entity(String className, String fields) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    return source(className, "@Entity public class %s { @Id Long id; %s }".formatted(name, fields));
  }

  TestProject resource(String name, String text) {
    try {
      Path file = classes().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles what was added. */
  public TestProject compile() {
    try {
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = directory.resolve("src/" + source.getKey().replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source.getValue()));
      }
      List<Path> classpath = new ArrayList<>(HibernateVersion.V7.jars());
      classpath.addAll(libraries);
      TestCompiler.compile(classes(), classpath, files);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request for the project with Hibernate 7 among its libraries. */
  ModelRequest request() {
    return request(HibernateVersion.V7);
  }

  ModelRequest request(HibernateVersion hibernate) {
    List<Path> classpath = new ArrayList<>(List.of(classes()));
    classpath.addAll(hibernate.jars());
    return request(classpath, List.of(classes()), List.of());
  }

  ModelRequest request(List<Path> classpath, List<Path> own, List<Path> bundled) {
    return new ModelRequest(
        classpath,
        own,
        List.of(),
        null,
        List.of(),
        Map.of(),
        TARGET,
        bundled,
        cache(),
        "mvn compile");
  }

  /** Reads the model through Hibernate 7. */
  public EntityModel read() {
    return EntityModel.read(request());
  }

  /** Packs the compiled classes below a folder of a jar, libraries beside them. */
  Path archive(String name, String root, List<Path> libraries) {
    Path archive = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes())) {
      zip.putNextEntry(new ZipEntry(root + "classes/"));
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(zip, root + "classes/" + classes().relativize(file), file);
      }
      for (Path library : libraries) {
        add(zip, root + "lib/" + library.getFileName(), library);
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiled classes as a plain jar. */
  Path jar(String name) {
    Path archive = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(zip, classes().relativize(file).toString().replace('\\', '/'), file);
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
