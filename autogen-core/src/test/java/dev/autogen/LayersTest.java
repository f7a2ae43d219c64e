package dev.autogen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.autogen.schema.AutogenException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages. To add one is a decision of design, not of this test. */
class LayersTest {

  /** What each package may use of the others, beside itself; {@code dev.autogen} may use all. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          entry("sql", List.of()),
          entry("schema", List.of("sql")),
          entry("text", List.of()),
          entry("operation", List.of("sql", "schema")),
          entry("migration", List.of("operation", "schema")),
          entry("file", List.of()),
          entry("model", List.of("sql", "schema", "text", "xml", "file")),
          entry("inspect", List.of("schema")),
          entry("dialect", List.of("sql", "schema", "operation", "inspect")),
          entry("diff", List.of("sql", "schema", "operation", "text")),
          entry(
              "lint",
              List.of(
                  "sql",
                  "schema",
                  "operation",
                  "migration",
                  "history",
                  "dialect",
                  "run",
                  "rows",
                  "shadow")),
          entry("render", List.of("schema", "operation", "migration", "text")),
          entry("history", List.of("text")),
          entry(
              "run",
              List.of(
                  "sql",
                  "schema",
                  "operation",
                  "inspect",
                  "migration",
                  "history",
                  "dialect",
                  "text",
                  "file")),
          entry("archive", List.of("schema", "migration", "run")),
          entry("spring", List.of("schema", "migration", "history", "run")),
          entry("flyway", List.of("schema", "history", "run", "text")),
          entry("liquibase", List.of("schema", "history", "run", "text")),
          entry("rows", List.of("sql", "schema", "dialect")),
          entry("embedded", List.of("file")),
          entry(
              "shadow",
              List.of(
                  "sql",
                  "schema",
                  "operation",
                  "inspect",
                  "migration",
                  "history",
                  "dialect",
                  "run",
                  "rows",
                  "diff")),
          entry("tenant", List.of("schema", "dialect", "history", "run")),
          entry(
              "squash",
              List.of(
                  "sql", "schema", "operation", "migration", "history", "run", "diff", "render")),
          entry("config", List.of("dialect", "text", "xml")),
          entry("xml", List.of()),
          entry(
              "workspace",
              List.of(
                  "archive",
                  "flyway",
                  "liquibase",
                  "schema",
                  "history",
                  "inspect",
                  "dialect",
                  "model",
                  "run",
                  "shadow",
                  "embedded",
                  "tenant",
                  "config",
                  "file",
                  "text",
                  "diff")),
          entry(
              "comparison",
              List.of(
                  "sql",
                  "schema",
                  "operation",
                  "inspect",
                  "dialect",
                  "diff",
                  "model",
                  "run",
                  "history",
                  "shadow",
                  "tenant",
                  "config",
                  "text",
                  "workspace")),
          entry(
              "authoring",
              List.of(
                  "lint",
                  "flyway",
                  "liquibase",
                  "sql",
                  "schema",
                  "operation",
                  "inspect",
                  "dialect",
                  "diff",
                  "history",
                  "migration",
                  "render",
                  "run",
                  "shadow",
                  "squash",
                  "config",
                  "file",
                  "text",
                  "comparison",
                  "workspace")),
          entry(
              "review",
              List.of(
                  "authoring",
                  "comparison",
                  "config",
                  "dialect",
                  "history",
                  "inspect",
                  "lint",
                  "migration",
                  "operation",
                  "rows",
                  "run",
                  "schema",
                  "shadow",
                  "workspace")));

  /** The packages that call {@code dev.autogen} as applications do. */
  private static final Set<String> FRONT_ENDS = Set.of("spring");

  /** The only packages that may use these libraries, which applications do not have. */
  private static final Map<String, List<String>> CONFINED =
      Map.ofEntries(
          entry("org.hibernate..", List.of("model")),
          entry("jakarta..", List.of("model")),
          entry("liquibase..", List.of("liquibase.inside")),
          entry("sun.reflect..", List.of("model.hibernate")),
          entry("io.github.classgraph..", List.of("model", "archive")),
          entry("com.palantir.javapoet..", List.of("render.java")),
          entry("org.tomlj..", List.of("config")),
          entry("io.github.cdimascio..", List.of("config")),
          entry("org.snakeyaml..", List.of("config")),
          entry("org.apache.commons.compress..", List.of("embedded")),
          entry("org.tukaani..", List.of("embedded")),
          entry("com.sun.source..", List.of("squash")),
          entry("org.springframework..", List.of("spring")));

  /** What production code may use wherever it is. */
  private static final DescribedPredicate<JavaClass> EVERYWHERE =
      resideInAnyPackage(
              "java..", "javax..", "jdk.net..", "org.w3c.dom..", "org.xml.sax..", "org.jspecify..")
          .or(describe("AutogenException", LayersTest::isAutogenException))
          .as("the JDK or AutogenException");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.autogen");

  @TestFactory
  Stream<DynamicTest> packagesUseWhatTheyMay() {
    return ARROWS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(arrow -> DynamicTest.dynamicTest(arrow.getKey(), () -> check(arrow)));
  }

  private static void check(Map.Entry<String, List<String>> arrow) {
    String[] allowed =
        Stream.concat(
                Stream.concat(
                    Stream.of("dev.autogen").filter(any -> FRONT_ENDS.contains(arrow.getKey())),
                    Stream.concat(Stream.of(arrow.getKey()), arrow.getValue().stream())
                        .map(name -> "dev.autogen." + name + "..")),
                CONFINED.entrySet().stream()
                    .filter(library -> confines(library.getValue(), arrow.getKey()))
                    .map(Map.Entry::getKey))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("dev.autogen." + arrow.getKey() + "..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(EVERYWHERE))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static boolean confines(List<String> packages, String layer) {
    return packages.stream().anyMatch(name -> name.split("\\.")[0].equals(layer));
  }

  @TestFactory
  Stream<DynamicTest> librariesStayWhereTheyAre() {
    return CONFINED.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                library.getValue().stream()
                                    .map(name -> "dev.autogen." + name + "..")
                                    .toArray(String[]::new))
                            .should()
                            .dependOnClassesThat(resideInAPackage(library.getKey()))
                            .check(CLASSES)));
  }

  @Test
  void noDriverIsNeededToCompile() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.postgresql..").check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.autogen.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** An application that runs its migrations loads none of what writes them. */
  @Test
  void theRunnerOfApplicationsReachesNothingThatWritesMigrations() {
    Set<JavaClass> reached = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(List.of(CLASSES.get(Autogen.class)));
    while (!next.isEmpty()) {
      JavaClass type = next.remove();
      if (reached.add(type)) {
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(target -> target.getPackageName().startsWith("dev.autogen"))
            .forEach(next::add);
      }
    }

    assertThat(reached.stream().map(LayersTest::layer).distinct())
        .containsExactlyInAnyOrder(
            "",
            "sql",
            "schema",
            "operation",
            "inspect",
            "migration",
            "history",
            "dialect",
            "run",
            "text");
  }

  private static String layer(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length < 3 ? "" : parts[2];
  }

  @Test
  void everyPackageHasItsArrows() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("dev.autogen."))
            .map(name -> name.split("\\.")[2])
            .collect(Collectors.toSet());

    assertThat(packages).isSubsetOf(ARROWS.keySet()).contains("schema", "run");
  }

  private static boolean isAutogenException(JavaClass type) {
    return type.getName().startsWith(AutogenException.class.getName());
  }
}
