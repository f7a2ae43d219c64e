package dev.autogen.model;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The versions of Hibernate that projects have. */
public enum HibernateVersion {
  V6,
  V7;

  /** What a project with Hibernate has, among all that the tests have. */
  private static final Pattern LIBRARIES =
      Pattern.compile(
          ".*/(hibernate-|jakarta\\.|jboss-logging|byte-buddy-\\d|classmate|jaxb-|txw2|istack|angus"
              + "|antlr4|postgresql-4).*\\.jar");

  /** The jars of that Hibernate with all it needs, Bean Validation, and the JDBC driver. */
  public List<Path> jars() {
    List<Path> own =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(path -> LIBRARIES.matcher(path.toString().replace('\\', '/')).matches())
            .toList();
    if (this == V7) {
      return own;
    }
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(hibernate6())) {
      files.sorted().forEach(jars::add);
    } catch (IOException e) {
      throw new UncheckedIOException("run 'mvn generate-test-resources' first", e);
    }
    own.stream().filter(jar -> jar.toString().contains("postgresql-4")).forEach(jars::add);
    return jars;
  }

  /** Filled by the build of the core, in which the tests of other modules find it. */
  private static Path hibernate6() {
    Path own = Path.of("target", "hibernate6");
    return Files.isDirectory(own) ? own : Path.of("..", "autogen-core").resolve(own);
  }

  /** The dialects that the community keeps, of that Hibernate. */
  public Path communityDialects() {
    Path own = Path.of("target", this == V6 ? "community6" : "community7");
    Path directory = Files.isDirectory(own) ? own : Path.of("..", "autogen-core").resolve(own);
    try (Stream<Path> files = Files.list(directory)) {
      return files.findFirst().orElseThrow().toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("run 'mvn generate-test-resources' first", e);
    }
  }

  /** Envers of that Hibernate. */
  Path envers() {
    Path directory = Path.of("target", this == V6 ? "envers6" : "envers7");
    try (Stream<Path> files = Files.list(directory)) {
      return files.findFirst().orElseThrow().toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("run 'mvn generate-test-resources' first", e);
    }
  }

  /** Those jars and the compiled tests, as a project's class path. */
  public List<Path> classpath() {
    List<Path> entries = new ArrayList<>(List.of(testClasses()));
    entries.addAll(jars());
    return entries;
  }

  private static Path testClasses() {
    try {
      return Path.of(
          HibernateVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request for the entities of packages on this version. */
  ModelRequest request(DatabaseTarget target, Path cache, String... packages) {
    return ModelRequest.of(classpath(), target, cache).withPackages(List.of(packages));
  }

  /** Has this Hibernate create the tables of classes in a database. */
  void create(List<String> classes, String url, Map<String, String> settings) throws Exception {
    create(classpath(), classes, url, settings);
  }

  /** Has the Hibernate of a class path create the tables of classes in a database. */
  public static void create(
      List<Path> classpath, List<String> classes, String url, Map<String, String> settings)
      throws Exception {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("jakarta.persistence.jdbc.url", url);
    try (ProjectClassLoader loader = new ProjectClassLoader(classpath)) {
      ProjectCall.call(
          loader,
          "dev.autogen.model.HibernateCreator",
          Map.of("classes", classes, "settings", all));
    }
  }
}
