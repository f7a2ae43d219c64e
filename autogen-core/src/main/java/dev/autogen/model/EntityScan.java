package dev.autogen.model;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ClassInfoList;
import io.github.classgraph.PackageInfo;
import io.github.classgraph.ScanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds mapped classes by reading bytes; no class is loaded. */
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
    if (entries.isEmpty()) {
      return MappedClasses.none();
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
      for (String annotation : MAPPED) {
        addAnnotated(result, "jakarta.persistence." + annotation, classes);
      }
      addAnnotated(result, "javax.persistence.Entity", outdated);
      return new MappedClasses(classes, annotatedPackages(result), List.of(), outdated);
    }
  }

  private static void addAnnotated(ScanResult result, String annotation, SortedSet<String> names) {
    ClassInfoList annotated = result.getClassesWithAnnotation(annotation);
    for (ClassInfo info : annotated.directOnly()) {
      if (!info.isAnnotation()) {
        names.add(info.getName());
      }
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
