package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.GradleClasspath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code init} writes beside {@code autogen.toml}, and what is left to do by hand. */
enum InitTemplate {
  PLAIN("for entities that any build compiles: their class path is named in autogen.toml"),
  MAVEN("for a Maven project: its POM gives the class path, and can run the goals"),
  SPRING_BOOT("for Spring Boot: also how the application upgrades its database at the start");

  private final String synopsis;

  InitTemplate(String synopsis) {
    this.synopsis = synopsis;
  }

  /** The template of that name. */
  static InitTemplate named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "No such template "
                        + name
                        + "; there is "
                        + Arrays.stream(values())
                            .map(InitTemplate::word)
                            .collect(Collectors.joining(", "))
                        + ": see 'autogen list-templates'."));
  }

  /** The one that fits a build. */
  static InitTemplate fitting(ProjectFacts facts) {
    return facts.build().equals("Maven") ? MAVEN : PLAIN;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String synopsis() {
    return synopsis;
  }

  /**
   * Checks that the project is what the template is for.
   *
   * @throws AutogenException if it is not
   */
  void requireFitting(Path project) {
    if (this == SPRING_BOOT) {
      SpringApplication.require(project);
    }
  }

  /**
   * What a person has to do next.
   *
   * @param migrations the package of the migrations
   * @param version the version of autogen
   * @param edited whether the POM has been edited
   */
  List<String> nextSteps(
      Path project, ProjectFacts facts, String migrations, String version, boolean edited) {
    List<String> steps = new ArrayList<>(edited ? List.of() : dependency(facts, version));
    if (facts.build().equals("Gradle")) {
      steps.addAll(GradleClasspath.advice(project));
    }
    switch (this) {
      case PLAIN -> {}
      case MAVEN -> steps.addAll(edited ? List.of() : plugin(version));
      case SPRING_BOOT -> {
        steps.add(
            "With autogen-core on its class path, the application upgrades its database at its start,"
                + " before anything else uses it (docs/spring.md).");
        if (!migrations.equals(MigrationsPlace.DEFAULT_PACKAGE)) {
          steps.add("Add to application.properties: autogen.migrations=" + migrations);
        }
        steps.add("spring.jpa.hibernate.ddl-auto must be validate, none, or absent.");
      }
    }
    return steps;
  }

  private static List<String> plugin(String version) {
    return List.of(
        "To run 'mvn autogen:check' and the other goals, add to the plugins of the POM:",
        "  <plugin>",
        "    <groupId>dev.autogen</groupId>",
        "    <artifactId>autogen-maven-plugin</artifactId>",
        "    <version>" + version + "</version>",
        "  </plugin>",
        "'autogen init --edit-pom' adds both by itself.");
  }

  /** How a build gets what migrations are compiled against. */
  private static List<String> dependency(ProjectFacts facts, String version) {
    return switch (facts.build()) {
      case "Maven" ->
          List.of(
              "Migrations are compiled with the project: add to the dependencies of the POM:",
              "  <dependency>",
              "    <groupId>dev.autogen</groupId>",
              "    <artifactId>autogen-core</artifactId>",
              "    <version>" + version + "</version>",
              "  </dependency>");
      case "Gradle" ->
          List.of(
              "Migrations are compiled with the project: add to the dependencies of the build:",
              "  implementation(\"dev.autogen:autogen-core:" + version + "\")");
      default ->
          List.of(
              "Where migrations are compiled with the project, it needs dev.autogen:autogen-core:"
                  + version
                  + " as a dependency.");
    };
  }
}
