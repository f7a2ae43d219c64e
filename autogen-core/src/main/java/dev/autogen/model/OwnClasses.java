package dev.autogen.model;

import static dev.autogen.model.SpringPackages.packageOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides which mapped classes of a class path are the project's own, if the settings do not say
 * which entries are.
 *
 * <p>An application's boot maps its own classes and those that it names. It does not see what a
 * library maps for other purposes, such as Hibernate's revisions or the converters of Spring Data.
 * Directories hold the project's own classes. A jar beside them does if it has packages in common
 * with them, or those that a Spring application scans.
 */
final class OwnClasses {

  private static final List<String> FRAMEWORKS =
      List.of(
          "org.hibernate.",
          "org.springframework.",
          "org.eclipse.persistence.",
          "io.quarkus.",
          "io.micronaut.",
          "jakarta.");

  private static final Set<String> SHARED = Set.of("info", "github", "gitlab");

  private final ScannedClasses scanned;
  private final Set<Path> home = new TreeSet<>();
  private final Set<String> scannedBySpring = new TreeSet<>();
  private final Set<String> roots = new TreeSet<>();
  private final Map<Path, SortedSet<String>> leftOut = new TreeMap<>();

  private OwnClasses(List<Path> entries, ScannedClasses scanned) {
    this.scanned = scanned;
    Set<Path> speaking = new TreeSet<>(scanned.places().values());
    speaking.addAll(scanned.spring().ofApplications().keySet());
    speaking.addAll(scanned.spring().named().keySet());
    speaking.stream().filter(Files::isDirectory).forEach(home::add);
    if (home.isEmpty()) {
      home.addAll(scanned.spring().ofApplications().keySet());
    }
    if (home.isEmpty()) {
      entries.stream()
          .filter(entry -> EntryResource.find(entry, "META-INF/persistence.xml").isPresent())
          .map(EntityScan::real)
          .forEach(home::add);
    }
    for (Path entry : home) {
      scannedBySpring.addAll(scanned.spring().ofApplications().getOrDefault(entry, Set.of()));
      scannedBySpring.addAll(scanned.spring().named().getOrDefault(entry, Set.of()));
    }
    scanned.places().entrySet().stream()
        .filter(each -> home.contains(each.getValue()))
        .map(each -> packageOf(each.getKey()))
        .filter(name -> !isFramework(name))
        .map(OwnClasses::root)
        .forEach(roots::add);
  }

  /**
   * Scans entries, and leaves out what is a library's.
   *
   * @param all the class path, in which an application may name packages
   * @param notes gets a line for each library with mapped classes that is no framework
   */
  static MappedClasses scan(List<Path> entries, List<Path> all, List<String> notes) {
    ScannedClasses scanned = EntityScan.scanned(entries, List.of());
    OwnClasses own = new OwnClasses(entries, scanned);
    MappedClasses mapped = own.mapped(entries);
    own.leftOut.forEach((jar, packages) -> notes.add(note(jar, packages)));
    List<Path> others = new ArrayList<>(all);
    others.removeAll(entries);
    List<String> named =
        scanned.spring().named().values().stream().flatMap(Set::stream).distinct().toList();
    return named.isEmpty() ? mapped : mapped.with(EntityScan.scan(others, named));
  }

  private MappedClasses mapped(List<Path> entries) {
    SortedSet<String> classes = new TreeSet<>();
    for (String each : scanned.mapped().classes()) {
      Path place = scanned.places().getOrDefault(each, Path.of(""));
      if (isOwn(packageOf(each), place)) {
        classes.add(each);
      } else if (!isFramework(packageOf(each))) {
        leftOut.computeIfAbsent(place, jar -> new TreeSet<>()).add(packageOf(each));
      }
    }
    SortedSet<String> packages =
        scanned.mapped().packages().stream()
            .filter(each -> isOwn(each, packagePlace(each, entries)))
            .collect(Collectors.toCollection(TreeSet::new));
    return new MappedClasses(classes, packages, List.of(), scanned.mapped().outdated());
  }

  private static Path packagePlace(String name, List<Path> entries) {
    String file = name.replace('.', '/') + "/package-info.class";
    return entries.stream()
        .filter(entry -> EntryResource.find(entry, file).isPresent())
        .findFirst()
        .map(EntityScan::real)
        .orElse(Path.of(""));
  }

  private boolean isOwn(String name, Path place) {
    return Files.isDirectory(place)
        || scannedBySpring.stream().anyMatch(each -> (name + ".").startsWith(each + "."))
        || !isFramework(name)
            && (home.isEmpty() || home.contains(place) || roots.contains(root(name)));
  }

  private static boolean isFramework(String name) {
    return FRAMEWORKS.stream().anyMatch((name + ".")::startsWith);
  }

  /** The part of a package's name that identifies its author: {@code com.example}. */
  private static String root(String name) {
    List<String> parts = List.of(name.split("\\."));
    int end = 1;
    while (end < parts.size()
        && (parts.get(end - 1).length() <= 3 || SHARED.contains(parts.get(end - 1)))) {
      end++;
    }
    return String.join(".", parts.subList(0, end));
  }

  private static String note(Path jar, Set<String> packages) {
    return jar.getFileName()
        + ": what it maps ("
        + String.join(", ", packages)
        + ") is a library's, and left out. To take it, name its packages and the project's under"
        + " [model] packages in autogen.toml.";
  }
}
