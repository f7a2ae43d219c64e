package dev.autogen.model;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.PackageInfo;
import io.github.classgraph.ScanResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds mapped classes by reading class files; no class is loaded. */
final class EntityScan {

  private static final List<String> MAPPED =
      List.of("Entity", "MappedSuperclass", "Embeddable", "Converter");

  private EntityScan() {}

  /**
   * Scans class path entries.
   *
   * @param packages the packages to which the scan is confined; empty for all
   */
  static MappedClasses scan(List<Path> entries, List<String> packages) {
    return scanned(entries, packages).mapped();
  }

  /** The same, with the facts that decide which classes are the project's own. */
  static ScannedClasses scanned(List<Path> entries, List<String> packages) {
    if (entries.isEmpty()) {
      return new ScannedClasses(MappedClasses.none(), Map.of(), new SpringPackages());
    }
    ClassGraph graph =
        new ClassGraph()
            .overrideClasspath(entries)
            .enableAnnotationInfo()
            .ignoreClassVisibility()
            .disableRuntimeInvisibleAnnotations()
            .disableModuleScanning();
    if (!packages.isEmpty()) {
      graph.acceptPackages(packages.toArray(String[]::new));
    }
    try (ScanResult result = graph.scan(2)) {
      SortedSet<String> classes = new TreeSet<>();
      SortedSet<String> outdated = new TreeSet<>();
      Map<String, Path> places = new TreeMap<>();
      for (String annotation : MAPPED) {
        for (ClassInfo info : annotated(result, "jakarta.persistence." + annotation)) {
          classes.add(info.getName());
          places.put(info.getName(), place(info));
        }
      }
      annotated(result, "javax.persistence.Entity").forEach(info -> outdated.add(info.getName()));
      MappedClasses mapped =
          new MappedClasses(classes, annotatedPackages(result), List.of(), outdated);
      return new ScannedClasses(mapped, places, SpringPackages.of(result));
    }
  }

  static List<ClassInfo> annotated(ScanResult result, String annotation) {
    return result.getClassesWithAnnotation(annotation).directOnly().stream()
        .filter(info -> !info.isAnnotation())
        .toList();
  }

  /** The class path entry that holds a class. */
  static Path place(ClassInfo info) {
    @Nullable File file = info.getClasspathElementFile();
    return file == null ? Path.of("") : real(file.toPath());
  }

  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static SortedSet<String> annotatedPackages(ScanResult result) {
    SortedSet<String> names = new TreeSet<>();
    for (PackageInfo info : result.getPackageInfo()) {
      boolean relevant =
          info.getAnnotationInfo().getNames().stream()
              .anyMatch(
                  name ->
                      name.startsWith("org.hibernate.annotations.")
                          || name.startsWith("jakarta.persistence."));
      if (relevant) {
        names.add(info.getName());
      }
    }
    return names;
  }
}
