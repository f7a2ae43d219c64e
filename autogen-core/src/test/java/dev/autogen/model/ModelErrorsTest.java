package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.autogen.schema.AutogenException;
import java.nio.file.Files;
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
  void saysWhereTwoUniqueConstraintsHaveOneName() {
    String entity =
        "@Entity @Table(uniqueConstraints = @UniqueConstraint(name = \"uk_name\", columnNames ="
            + " \"name\")) public class %s { @Id Long id; String name; }";
    project.source("shop.A", entity.formatted("A")).source("shop.B", entity.formatted("B"));
    project.compile();

    assertThat(failure(project.request()).getMessage())
        .contains("The name 'uk_name' is given twice")
        .contains("of the table a")
        .contains("of the table b")
        .contains("Rename one of them in its entity.");
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
  void saysWhichColumnWasMeantWhereAnAttributeIsNamed() {
    project
        .entity("shop.Address", "@Column(name = \"post_code\") String code;")
        .source("shop.Home", "@Embeddable public class Home { String street; String city; }")
        .source(
            "shop.Person",
            "@Entity @Table(name = \"people\", indexes = {"
                + " @jakarta.persistence.Index(columnList = \"address, fullName desc\"),"
                + " @jakarta.persistence.Index(columnList = \"lower(full_name)\"),"
                + " @jakarta.persistence.Index(columnList = \"home\")},"
                + " uniqueConstraints = @UniqueConstraint(columnNames = {\"id\", \"billing\"}))"
                + " public class Person { @Id Long id; @ManyToOne Address address;"
                + " @ManyToOne Address billing; @Column(name = \"full_name\") String fullName;"
                + " @Embedded Home home; }")
        .compile();

    for (HibernateVersion version : HibernateVersion.values()) {
      AutogenException failure = failure(project.request(version));
      assertThat(failure.exit()).isEqualTo(AutogenException.Exit.USAGE);
      assertThat(failure.getMessage().lines())
          .containsExactlyInAnyOrder(
              "@Index(columnList = \"address\") of the table people names the attribute"
                  + " shop.Person.address; name its column instead: address_id",
              "@Index(columnList = \"fullName\") of the table people names the attribute"
                  + " shop.Person.fullName; name its column instead: full_name",
              "@Index(columnList = \"home\") of the table people names the attribute"
                  + " shop.Person.home; name its columns instead: city, street",
              "@UniqueConstraint(columnNames = \"billing\") of the table people names the"
                  + " attribute shop.Person.billing; name its column instead: billing_id",
              "Correct the mapping, compile, and run the command again.");
    }
  }

  @Test
  void saysWhichColumnAJoinColumnMeans() {
    project
        .entity("shop.Address", "@Column(name = \"post_code\") String code; String city;")
        .source(
            "shop.Person",
            "@Entity public class Person { @Id Long id;"
                + " @ManyToOne @JoinColumn(referencedColumnName = \"code\") Address address; }")
        .compile();
    for (HibernateVersion version : HibernateVersion.values()) {
      assertThat(failure(project.request(version)).getMessage())
          .contains(
              "\nshop.Person.address: @JoinColumn(referencedColumnName = \"code\") names the"
                  + " attribute shop.Address.code; name its column instead: post_code\n");
    }
    project
        .source(
            "shop.Person",
            "@Entity public class Person { @Id Long id; @ManyToMany @JoinTable("
                + "inverseJoinColumns = @JoinColumn(referencedColumnName = \"zip\"))"
                + " java.util.Set<Address> addresses; }")
        .compile();
    assertThat(failure(project.request()).getMessage())
        .contains(
            "\nshop.Person.addresses: @JoinColumn(referencedColumnName = \"zip\") names no column"
                + " of shop.Address\n");
  }

  @Test
  void namesTheAttributeWhoseDefinitionIsForAnotherDatabase() {
    project
        .source(
            "shop.Money",
            "@Embeddable public class Money {"
                + " @Column(columnDefinition = \"int unsigned not null\") int cents; }")
        .entity(
            "shop.Item",
            "@Column(columnDefinition = \"bigint not null auto_increment\") Long number;"
                + "@Column(columnDefinition = \"timestamp default now() on update now()\")"
                + " java.time.LocalDateTime seen;"
                + "@Column(columnDefinition = \"varchar(20) comment 'what it is'\") String kind;"
                + "@Embedded Money price;")
        .compile();

    assertThat(failure(project.request()).getMessage().lines())
        .containsExactlyInAnyOrder(
            "shop.Item.number (column item.number): PostgreSQL has no 'auto_increment' in the"
                + " definition of a column; use @GeneratedValue(strategy ="
                + " GenerationType.IDENTITY).",
            "shop.Item.seen (column item.seen): PostgreSQL has no 'on update now()' in the"
                + " definition of a column; use @UpdateTimestamp.",
            "shop.Item.kind (column item.kind): PostgreSQL has no 'comment 'what it is'' in the"
                + " definition of a column; use @Comment.",
            "shop.Item.price.cents (column item.cents): PostgreSQL has no 'unsigned' in the"
                + " definition of a column; use a check, or the next larger type.");
  }

  @Test
  void namesTheClassThatFailsInItsInitializer() {
    project
        .source(
            "shop.Broken",
            "@Entity public class Broken { @Id Long id;"
                + " static { if (true) throw new AssertionError(\"no licence file\"); } }")
        .compile();

    assertThat(failure(project.request()).getMessage())
        .contains("shop.Broken")
        .contains("no licence file");
  }

  @Test
  void namesTheJarThatDoesNotFitAnInitializer() throws Exception {
    TestProject other =
        new TestProject(directory.resolve("other"))
            .source("lib.Clock", "public class Clock {}")
            .compile();
    project
        .source("lib.Clock", "public class Clock { public static long now() { return 0; } }")
        .source(
            "shop.Timed",
            "@Entity public class Timed { @Id Long id;"
                + " static { System.getProperties().put(\"at\", lib.Clock.now()); } }")
        .compile();
    Files.delete(project.classes().resolve("lib/Clock.class"));
    List<Path> classpath = new ArrayList<>(List.of(project.classes(), other.classes()));
    classpath.addAll(HibernateVersion.V7.jars());

    assertThat(
            failure(project.request(classpath, List.of(project.classes()), List.of())).getMessage())
        .startsWith("The project's class path does not fit together: NoSuchMethodError")
        .contains("lib.Clock is in " + other.classes());
  }

  @Test
  void namesTheClassThatLacksADependency() throws Exception {
    project
        .source("lib.Base", "@MappedSuperclass public class Base { @Id Long id; }")
        .source("shop.Product", "@Entity public class Product extends lib.Base {}")
        .compile();
    Files.delete(project.classes().resolve("lib/Base.class"));

    assertThat(failure(project.request()).getMessage())
        .startsWith("The class shop.Product cannot be loaded.")
        .contains("lib/Base")
        .contains("shop.Product is in " + project.classes());
  }

  @Test
  void saysWhichJavaTheProjectIsCompiledFor() throws Exception {
    project.entity("shop.Product", "").compile();
    Path file = project.classes().resolve("shop/Product.class");
    byte[] content = Files.readAllBytes(file);
    content[7] = (byte) (44 + 99);
    Files.write(file, content);

    assertThat(failure(project.request()))
        .hasMessage(
            "The class shop.Product cannot be loaded. It is compiled for Java 99, and autogen runs"
                + " on Java "
                + Runtime.version().feature()
                + ".\nPoint JAVA_HOME to a JDK 99 or newer and run the command again.");
  }

  @Test
  void namesTheTwoConvertersOfOneType() {
    String converter =
        "@Converter(autoApply = true) public class %s implements"
            + " AttributeConverter<java.util.Currency, String> {"
            + " public String convertToDatabaseColumn(java.util.Currency c) { return null; }"
            + " public java.util.Currency convertToEntityAttribute(String s) { return null; } }";
    project
        .source("shop.One", converter.formatted("One"))
        .source("shop.Two", converter.formatted("Two"))
        .entity("shop.Item", "java.util.Currency currency;")
        .compile();

    assertThat(failure(project.request()).getMessage())
        .contains("shop.One")
        .contains("shop.Two")
        .contains("currency");
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
