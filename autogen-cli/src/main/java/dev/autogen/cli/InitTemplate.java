package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.GradleClasspath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code init} writes beside {@code autogen.toml}, and what is left to do by hand. */
enum InitTemplate {
  PLAIN("for entities that any build compiles: their class path is named in autogen.toml"),
  MAVEN("for a Maven project: its POM gives the class path, and can run the goals"),
  SPRING_BOOT("for Spring Boot: also a class that upgrades the database at the start");

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
   * Further files, by their paths within the project.
   *
   * @param migrations the package of the migrations
   * @throws AutogenException if the project is not what the template is for
   */
  Map<Path, String> files(Path project, String migrations) {
    if (this != SPRING_BOOT) {
      return Map.of();
    }
    String application = SpringApplication.packageIn(project);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(
        Path.of("src/main/java", application.split("\\.")).resolve("DatabaseUpgrade.java"),
        SPRING_CLASS.formatted(application, migrations));
    if (!Files.exists(project.resolve(SPRING_FACTORIES))) {
      files.put(SPRING_FACTORIES, springFactories(application));
    }
    return files;
  }

  private static String springFactories(String application) {
    return "org.springframework.context.ApplicationContextInitializer="
        + application
        + ".DatabaseUpgrade\n";
  }

  /** What a person has to do next. */
  List<String> nextSteps(Path project, ProjectFacts facts, @Nullable String version) {
    String coordinates = version == null ? "VERSION" : version;
    List<String> steps = new ArrayList<>(dependency(facts, coordinates));
    if (facts.build().equals("Gradle")) {
      steps.addAll(GradleClasspath.advice(project));
    }
    switch (this) {
      case PLAIN -> {}
      case MAVEN ->
          steps.addAll(
              List.of(
                  "To run 'mvn autogen:check' and the other goals, add to the plugins of the POM:",
                  "  <plugin>",
                  "    <groupId>dev.autogen</groupId>",
                  "    <artifactId>autogen-maven-plugin</artifactId>",
                  "    <version>" + coordinates + "</version>",
                  "  </plugin>"));
      case SPRING_BOOT -> {
        String factories = springFactories(SpringApplication.packageIn(project)).strip();
        if (!read(project.resolve(SPRING_FACTORIES)).contains(factories)) {
          steps.add("Add to " + SPRING_FACTORIES + ", which is there already:");
          steps.add("  " + factories);
        }
        steps.add("The application needs spring.jpa.hibernate.ddl-auto=validate or none.");
      }
    }
    return steps;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
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

  private static final Path SPRING_FACTORIES =
      Path.of("src/main/resources/META-INF/spring.factories");

  /** Not a component: tests of a slice, such as those of JPA alone, do not look for components. */
  private static final String SPRING_CLASS =
      """
      package %s;

      import dev.autogen.Autogen;
      import javax.sql.DataSource;
      import org.springframework.beans.factory.config.BeanPostProcessor;
      import org.springframework.context.ApplicationContextInitializer;
      import org.springframework.context.ConfigurableApplicationContext;

      /**
       * Upgrades the database before anything of the application uses it, also where a test starts a
       * part of it, as {@code @DataJpaTest} does. META-INF/spring.factories names this class.
       */
      public class DatabaseUpgrade
          implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeanPostProcessor {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
          context.getBeanFactory().addBeanPostProcessor(this);
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
          if (bean instanceof DataSource dataSource && beanName.equals("dataSource")) {
            Autogen.configure()
                .dataSource(dataSource)
                .migrations("%s")
                .build()
                .upgrade("head");
          }
          return bean;
        }
      }
      """;
}
