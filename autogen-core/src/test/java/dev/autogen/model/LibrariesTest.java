package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What libraries map is no part of a project's model unless the application says so. */
class LibrariesTest {

  private static final String DAY_CONVERTER =
      """
      public class %s {
        @Converter(autoApply = true)
        public static class Days
            implements AttributeConverter<java.time.LocalDate, java.util.Date> {
          public java.util.Date convertToDatabaseColumn(java.time.LocalDate day) { return null; }
          public java.time.LocalDate convertToEntityAttribute(java.util.Date day) { return null; }
        }
      }
      """;

  private static final String ANNOTATION =
      "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
          + " public @interface %s { %s }";

  @TempDir Path directory;
  private TestProject project;
  private TestProject library;

  @BeforeEach
  void startsAProject() {
    project = new TestProject(directory.resolve("project"));
    library = new TestProject(directory.resolve("library"));
  }

  @ParameterizedTest
  @EnumSource
  void a_class_path_may_hold_hibernate_itself(HibernateVersion hibernate) {
    project.entity("shop.Product", "").compile();

    assertThat(tables(everything(hibernate, project.classes(), hibernate.envers())))
        .containsExactly("product");
  }

  @ParameterizedTest
  @EnumSource
  void a_class_path_may_hold_jars_alone(HibernateVersion hibernate) {
    Path jar = project.entity("shop.Product", "").compile().jar("shop.jar");
    Path model = library.entity("stock.Shelf", "").compile().jar("stock.jar");

    assertThat(tables(everything(hibernate, jar, model, hibernate.envers())))
        .containsExactly("product", "shelf");
  }

  @ParameterizedTest
  @EnumSource
  void envers_adds_its_entities_where_something_is_audited(HibernateVersion hibernate) {
    project
        .library(hibernate.envers())
        .source(
            "shop.Product",
            "@Entity @org.hibernate.envers.Audited public class Product { @Id Long id; }")
        .compile();

    assertThat(tables(everything(hibernate, project.classes(), hibernate.envers())))
        .containsExactlyInAnyOrder("product", "product_aud", "revinfo");
  }

  @Test
  void entities_and_converters_of_a_library_are_left_out() {
    Path jar =
        library
            .entity("org.library.Thing", "")
            .source("org.library.Converters", DAY_CONVERTER.formatted("Converters"))
            .compile()
            .jar("library.jar");
    project.entity("org.shop.Product", "java.time.LocalDate day;").compile();

    EntityModel model = everything(HibernateVersion.V7, project.classes(), jar);

    assertThat(tables(model)).containsExactly("product");
    assertThat(type(model, "day")).isEqualTo("date");
    assertThat(model.notes())
        .contains(
            "library.jar: what it maps (org.library) is a library's, and left out. To take it,"
                + " name its packages and the project's under [model] packages in autogen.toml.");
  }

  @Test
  void a_library_may_be_named() {
    Path jar = library.entity("org.library.Thing", "").compile().jar("library.jar");
    project.entity("org.shop.Product", "").compile();

    assertThat(
            tables(
                EntityModel.read(
                    request(HibernateVersion.V7, project.classes(), jar)
                        .withPackages(List.of("org.shop", "org.library")))))
        .containsExactly("product", "thing");
  }

  @Test
  void jars_of_the_project_are_no_library() {
    Path jar =
        library
            .entity("com.shop.stock.Shelf", "java.time.LocalDate day;")
            .source("com.shop.Converters", DAY_CONVERTER.formatted("Converters"))
            .compile()
            .jar("stock.jar");
    project.entity("com.shop.Product", "java.time.LocalDate day;").compile();

    EntityModel model = everything(HibernateVersion.V7, project.classes(), jar);

    assertThat(tables(model)).containsExactly("product", "shelf");
    assertThat(type(model, "day")).isEqualTo("timestamp(6)");
  }

  @Test
  void converters_of_spring_data_are_left_out_unless_the_application_names_them() {
    Path jar =
        library
            .source(
                "org.springframework.data.jpa.convert.Jsr310JpaConverters",
                DAY_CONVERTER.formatted("Jsr310JpaConverters"))
            .compile()
            .jar("spring-data-jpa.jar");
    project
        .library(jar)
        .source(
            "org.springframework.boot.autoconfigure.domain.EntityScan",
            ANNOTATION.formatted(
                "EntityScan",
                "String[] value() default {}; String[] basePackages() default {};"
                    + " Class<?>[] basePackageClasses() default {};"))
        .entity("shop.Product", "java.time.LocalDate day;")
        .compile();
    assertThat(type(everything(HibernateVersion.V7, project.classes(), jar), "day"))
        .isEqualTo("date");

    project
        .source(
            "shop.App",
            "@org.springframework.boot.autoconfigure.domain.EntityScan(basePackageClasses = {"
                + "App.class, org.springframework.data.jpa.convert.Jsr310JpaConverters.class})"
                + " public class App {}")
        .compile();
    assertThat(type(everything(HibernateVersion.V7, project.classes(), jar), "day"))
        .isEqualTo("timestamp(6)");
    assertThat(
            type(
                EntityModel.read(
                    project.request(
                        request(HibernateVersion.V7, project.classes(), jar).classpath(),
                        List.of(project.classes()),
                        List.of())),
                "day"))
        .describedAs("where the build says which classes are the project's own")
        .isEqualTo("timestamp(6)");
  }

  @Test
  void jars_in_the_packages_of_a_spring_application_are_the_projects() {
    Path jar = library.entity("stock.model.Shelf", "").compile().jar("stock.jar");
    project
        .source(
            "org.springframework.boot.autoconfigure.SpringBootApplication",
            ANNOTATION.formatted("SpringBootApplication", ""))
        .source(
            "stock.Main",
            "@org.springframework.boot.autoconfigure.SpringBootApplication public class Main {}")
        .entity("shop.Product", "")
        .compile();

    assertThat(tables(everything(HibernateVersion.V7, project.classes(), jar)))
        .containsExactly("product", "shelf");
  }

  private EntityModel everything(HibernateVersion hibernate, Path... first) {
    return EntityModel.read(request(hibernate, first));
  }

  /** A request that calls every entry of the class path the project's own. */
  private ModelRequest request(HibernateVersion hibernate, Path... first) {
    List<Path> all = new ArrayList<>(Stream.of(first).map(Path::toAbsolutePath).toList());
    all.addAll(hibernate.jars());
    return project.request(all, all, List.of());
  }

  private static String type(EntityModel model, String column) {
    return model.schema().tables().stream()
        .flatMap(table -> table.column(column).stream())
        .findFirst()
        .orElseThrow()
        .type()
        .toString();
  }

  private static List<String> tables(EntityModel model) {
    return model.schema().tables().stream().map(Table::name).map(Object::toString).toList();
  }
}
