package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.Arrays;
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
    return Map.of(
        Path.of("src/main/java", application.split("\\.")).resolve("DatabaseUpgrade.java"),
        SPRING_CLASS.formatted(application, migrations));
  }

  /** What a person has to do next. */
  List<String> nextSteps(@Nullable String version) {
    String coordinates = version == null ? "VERSION" : version;
    return switch (this) {
      case PLAIN -> List.of();
      case MAVEN ->
          List.of(
              "To run 'mvn autogen:check' and the other goals, add to the plugins of the POM:",
              "  <plugin>",
              "    <groupId>dev.autogen</groupId>",
              "    <artifactId>autogen-maven-plugin</artifactId>",
              "    <version>" + coordinates + "</version>",
              "  </plugin>");
      case SPRING_BOOT ->
          List.of(
              "The application needs dev.autogen:autogen-core:"
                  + coordinates
                  + " as a dependency, and spring.jpa.hibernate.ddl-auto=validate or none.");
    };
  }

  private static final String SPRING_CLASS =
      """
      package %s;

      import dev.autogen.Autogen;
      import javax.sql.DataSource;
      import org.springframework.beans.factory.config.BeanPostProcessor;
      import org.springframework.stereotype.Component;

      /** Upgrades the database before anything of the application uses it. */
      @Component
      class DatabaseUpgrade implements BeanPostProcessor {

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
