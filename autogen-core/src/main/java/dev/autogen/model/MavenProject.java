package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory with a {@code pom.xml} and its place among others.
 *
 * @param directory the project's directory
 * @param root the directory of the outermost POM that reaches it through modules
 */
record MavenProject(Path directory, Path root) {

  private static final String POM = "pom.xml";
  private static final Pattern MODULE = Pattern.compile("<(?:module|subproject)>([^<]++)</");
  private static final String PARENT = "<parent>";
  private static final Pattern RELATIVE_PATH =
      Pattern.compile("<relativePath>([^<]*+)</relativePath>");

  static MavenProject in(Path directory) {
    if (!Files.isRegularFile(directory.resolve(POM))) {
      throw AutogenException.usage(
          "There is no pom.xml in "
              + directory
              + ".\nName the entities' jars and folders under [model] classpath in autogen.toml.");
    }
    Path root = directory;
    @Nullable Path parent = root.getParent();
    while (parent != null) {
      if (modules(parent).contains(root)) {
        root = parent;
      }
      parent = parent.getParent();
    }
    return new MavenProject(directory, root);
  }

  boolean isModule() {
    return !root.equals(directory);
  }

  /** Whether the POM of a directory has modules. */
  static boolean isAggregator(Path directory) {
    return !modules(directory).isEmpty();
  }

  private static Set<Path> modules(Path directory) {
    Path pom = directory.resolve(POM);
    Set<Path> modules = new LinkedHashSet<>();
    if (Files.isRegularFile(pom)) {
      Matcher module = MODULE.matcher(text(pom));
      while (module.find()) {
        Path path = directory.resolve(module.group(1).strip()).normalize();
        modules.add(path.toString().endsWith(".xml") ? path.getParent() : path);
      }
    }
    return modules;
  }

  /** A hash over the POMs that decide on the class path. */
  String fingerprint(List<String> options) {
    Set<Path> poms = new LinkedHashSet<>();
    addWithParents(directory.resolve(POM), poms);
    if (isModule() || isAggregator(directory)) {
      addModules(root, poms);
    }
    poms.add(root.resolve(".mvn/maven.config"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path pom : poms) {
        if (Files.isRegularFile(pom)) {
          digest.update(pom.toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(pom));
        }
      }
      for (String option : options) {
        digest.update((option + '\n').getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException | IOException e) {
      throw AutogenException.failed("Cannot read the POMs of " + directory + ".", e);
    }
  }

  private static void addModules(Path directory, Set<Path> poms) {
    addWithParents(directory.resolve(POM), poms);
    for (Path module : modules(directory)) {
      if (!poms.contains(module.resolve(POM)) || isAggregator(module)) {
        addModules(module, poms);
      }
    }
  }

  private static void addWithParents(Path pom, Set<Path> poms) {
    if (!Files.isRegularFile(pom) || !poms.add(pom)) {
      return;
    }
    String text = text(pom);
    int parent = text.indexOf(PARENT);
    int end = text.indexOf("</parent>", Math.max(parent, 0));
    if (parent >= 0 && end >= 0) {
      Matcher path = RELATIVE_PATH.matcher(text.substring(parent + PARENT.length(), end));
      String relative = path.find() ? path.group(1).strip() : "../pom.xml";
      if (!relative.isEmpty()) {
        Path target = Objects.requireNonNull(pom.getParent()).resolve(relative).normalize();
        addWithParents(Files.isDirectory(target) ? target.resolve(POM) : target, poms);
      }
    }
  }

  private static String text(Path pom) {
    try {
      return withoutComments(Files.readString(pom));
    } catch (IOException e) {
      throw AutogenException.failed("Cannot read " + pom + ": " + e.getMessage() + ".", e);
    }
  }

  private static String withoutComments(String xml) {
    StringBuilder text = new StringBuilder(xml.length());
    int from = 0;
    for (int start = xml.indexOf("<!--"); start >= 0; start = xml.indexOf("<!--", from)) {
      int end = xml.indexOf("-->", start);
      if (end < 0) {
        break;
      }
      text.append(xml, from, start);
      from = end + "-->".length();
    }
    return text.append(xml.substring(from)).toString();
  }

  /** The command that starts Maven; the project's wrapper if there is one. */
  List<String> command() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return Stream.of(directory, root)
        .map(place -> place.resolve(windows ? "mvnw.cmd" : "mvnw"))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(wrapper -> windows ? List.of(wrapper.toString()) : List.of("sh", wrapper.toString()))
        .orElse(installed());
  }

  /** The command that starts the Maven of the machine. */
  static List<String> installed() {
    return List.of(System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn");
  }
}
