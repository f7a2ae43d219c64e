package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads when the entities cannot be read. */
class ModelErrorsTest {

  @TempDir Path directory;
  private TestProject project;

  @BeforeEach
  void startsAProject() {
    project = new TestProject(directory);
  }

  @Test
  void refusesAModelWithoutEntities() {
    project.source("shop.Plain", "public class Plain {}").compile();

    assertThat(failure(project.request()).getMessage())
        .contains("No entity found in " + project.classes())
        .contains("'mvn compile'")
        .contains("[model] classpath");
  }

  @Test
  void saysThatTheProjectIsNotCompiled() {
    assertThat(failure(project.request()).getMessage())
        .contains("the project is not compiled")
        .contains(project.classes().toString())
        .contains("Run 'mvn compile' first");
  }

  @Test
  void namesThePackagesThatHoldNoEntity() {
    project.entity("shop.Product", "").compile();

    assertThat(failure(project.request().withPackages(List.of("shopp"))).getMessage())
        .contains("No entity found in the packages shopp");
  }

  @Test
  void namesTheKnownPersistenceUnits() {
    project
        .entity("shop.Product", "")
        .resource(
            "META-INF/persistence.xml",
            "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.0\">"
                + "<persistence-unit name=\"main\"/></persistence>")
        .compile();

    assertThat(failure(project.request().withPersistenceUnit("mian")).getMessage())
        .contains("There is no persistence unit 'mian'")
        .contains("main")
        .contains("persistence-unit in autogen.toml");
  }

  @Test
  void saysWhatHibernateSaysOfAMapping() {
    project.source("shop.Product", "@Entity public class Product { String name; }").compile();

    AutogenException failure = failure(project.request());

    assertThat(failure.getMessage())
        .startsWith("Hibernate cannot map the entities: ")
        .contains("shop.Product")
        .contains("identifier")
        .doesNotContain("\tat ");
    assertThat(failure.exit()).isEqualTo(AutogenException.Exit.USAGE);
    assertThat(failure).hasCauseInstanceOf(RuntimeException.class);
  }

  @Test
  void saysWhereANameIsGivenTwice() {
    String entity =
        "@Entity @Table(indexes = @Index(name = \"ix_name\", columnList = \"name\"))"
            + " public class %s { @Id Long id; String name; }";
    project.source("shop.A", entity.formatted("A")).source("shop.B", entity.formatted("B"));
    project.compile();

    assertThat(failure(project.request()).getMessage())
        .contains("The name 'ix_name' is given twice")
        .contains("of the table a")
        .contains("of the table b");
  }

  @Test
  void namesTheOldPersistenceApi() {
    project
        .source(
            "javax.persistence.Entity",
            "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface Entity {}")
        .source("shop.Product", "@javax.persistence.Entity public class Product {}")
        .compile();

    assertThat(failure(project.request()).getMessage())
        .contains("the old javax.persistence API (shop.Product)");
  }

  @Test
  void namesWhatIsMissingAndTheJarThatWantsIt() {
    project.entity("shop.Product", "").compile();
    List<Path> classpath = new ArrayList<>(List.of(project.classes()));
    classpath.addAll(HibernateVersion.V7.jars());
    classpath.removeIf(entry -> entry.toString().contains("hibernate-models"));

    assertThat(
            failure(project.request(classpath, List.of(project.classes()), List.of())).getMessage())
        .startsWith("The project's class path does not fit together: ")
        .contains("org/hibernate/models/")
        .containsPattern("is in /.*hibernate-core-.*jar");
  }

  @Test
  void wantsAHibernate() {
    project.entity("shop.Product", "").compile();
    List<Path> own = List.of(project.classes());

    assertThat(failure(project.request(own, own, List.of())).getMessage())
        .contains("no Hibernate on the class path")
        .contains("org.hibernate.orm:hibernate-core");
  }

  private static AutogenException failure(ModelRequest request) {
    return catchThrowableOfType(AutogenException.class, () -> EntityModel.read(request));
  }
}
