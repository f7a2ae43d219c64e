package dev.autogen.model;

import io.github.classgraph.AnnotationClassRef;
import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.AnnotationParameterValue;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packages in which a Spring application looks for entities and converters: that of the class
 * that starts it, and those that {@code @EntityScan} names.
 *
 * @param ofApplications by class path entry, the packages of the classes that start applications
 * @param named by class path entry, the packages that are named
 */
record SpringPackages(Map<Path, Set<String>> ofApplications, Map<Path, Set<String>> named) {

  private static final List<String> APPLICATION =
      List.of(
          "org.springframework.boot.autoconfigure.SpringBootApplication",
          "org.springframework.boot.autoconfigure.EnableAutoConfiguration");

  /** The second is that of Spring Boot 4. */
  private static final List<String> ENTITY_SCAN =
      List.of(
          "org.springframework.boot.autoconfigure.domain.EntityScan",
          "org.springframework.boot.persistence.autoconfigure.EntityScan");

  private static final Predicate<String> PACKAGE =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*")
          .asMatchPredicate();

  SpringPackages() {
    this(Map.of(), Map.of());
  }

  static SpringPackages of(ScanResult result) {
    SortedMap<Path, Set<String>> applications = new TreeMap<>();
    SortedMap<Path, Set<String>> named = new TreeMap<>();
    for (String annotation : APPLICATION) {
      for (ClassInfo info : EntityScan.annotated(result, annotation)) {
        add(applications, info, Stream.of(info.getPackageName()));
      }
    }
    for (String annotation : ENTITY_SCAN) {
      for (ClassInfo info : EntityScan.annotated(result, annotation)) {
        AnnotationInfo scan = info.getAnnotationInfo(annotation);
        add(
            named,
            info,
            scan.getParameterValues().isEmpty()
                ? Stream.of(info.getPackageName())
                : scan.getParameterValues().stream().flatMap(SpringPackages::packages));
      }
    }
    return new SpringPackages(applications, named);
  }

  private static void add(Map<Path, Set<String>> all, ClassInfo info, Stream<String> packages) {
    Set<String> known = all.computeIfAbsent(EntityScan.place(info), place -> new TreeSet<>());
    packages.filter(PACKAGE).forEach(known::add);
  }

  /** Names of packages, or classes in the packages that are meant. */
  private static Stream<String> packages(AnnotationParameterValue parameter) {
    if (!(parameter.getValue() instanceof Object[] values)) {
      return Stream.empty();
    }
    return Stream.of(values)
        .map(
            value ->
                value instanceof AnnotationClassRef type
                    ? packageOf(type.getName())
                    : value.toString());
  }

  static String packageOf(String className) {
    return className.substring(0, Math.max(className.lastIndexOf('.'), 0));
  }
}
