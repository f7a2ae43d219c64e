package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the entities and the settings of a model come from. */
class EntityModelTest {

  @TempDir Path directory;
  private TestProject project;

  @BeforeEach
  void startsAProject() {
    project = new TestProject(directory);
  }

  @ParameterizedTest
  @EnumSource
  void isMappedByTheProjectsOwnHibernate(HibernateVersion hibernate) {
    project.entity("shop.Product", "String name;").compile();

    EntityModel model = EntityModel.read(project.request(hibernate));

    assertThat(tables(model)).containsExactly("product");
    assertThat(model.notes().get(0))
        .startsWith("1 entity, mapped by Hibernate " + (hibernate == HibernateVersion.V6 ? 6 : 7));
  }

  @Test
  void isMappedByTheBundledHibernateWhereTheProjectHasNone() {
    project.entity("shop.Product", "").compile();
    List<Path> own = List.of(project.classes());

    EntityModel model = EntityModel.read(project.request(own, own, HibernateVersion.V7.jars()));

    assertThat(tables(model)).containsExactly("product");
    assertThat(model.notes()).anyMatch(note -> note.contains("the bundled one is used"));
  }

  @Test
  void isTheSameWhateverTheOrderOfTheClassPath() {
    project
        .entity("shop.B", "@ManyToOne A a; @OneToMany java.util.Set<A> all;")
        .entity("shop.A", "@ManyToMany java.util.List<B> bs;")
        .compile();
    List<Path> reversed = new ArrayList<>(project.request().classpath());
    Collections.reverse(reversed);

    EntityModel model = project.read();
    EntityModel other =
        EntityModel.read(project.request(reversed, List.of(project.classes()), List.of()));

    assertThat(other.schema()).isEqualTo(model.schema());
  }

  @Test
  void holdsTheClassesOfTheGivenPackagesAlone() {
    project
        .entity("shop.Product", "")
        .entity("shop.stock.Shelf", "")
        .entity("other.Thing", "")
        .compile();

    EntityModel model = EntityModel.read(project.request().withPackages(List.of("shop")));

    assertThat(tables(model)).containsExactly("product", "shelf");
  }

  @Test
  void takesTheOnlyPersistenceUnitsSettings() {
    project
        .entity("shop.OrderLine", "")
        .resource("META-INF/persistence.xml", unit("main", "", snakeCase()))
        .compile();

    assertThat(tables(project.read())).containsExactly("order_line");
  }

  @Test
  void takesWhatANamedPersistenceUnitLists() {
    project
        .entity("shop.Product", "")
        .entity("shop.Shelf", "")
        .resource(
            "META-INF/persistence.xml",
            unit(
                "main",
                "<class>shop.Shelf</class><exclude-unlisted-classes>true</exclude-unlisted-classes>",
                ""))
        .compile();

    EntityModel model = EntityModel.read(project.request().withPersistenceUnit("main"));

    assertThat(tables(model)).containsExactly("shelf");
  }

  @Test
  void prefersItsOwnSettingsToThePersistenceUnits() {
    project
        .entity("shop.OrderLine", "")
        .resource("META-INF/persistence.xml", unit("main", "", snakeCase()))
        .compile();

    EntityModel model =
        EntityModel.read(
            project
                .request()
                .withProperties(
                    Map.of(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl",
                        "hibernate.default_schema",
                        "shop")));

    assertThat(tables(model)).containsExactly("shop.orderline");
  }

  @ParameterizedTest
  @EnumSource
  void readsHibernateCfgXml(HibernateVersion hibernate) {
    project
        .source("shop.Plain", "public class Plain { Long id; String shortLabel; }")
        .entity("shop.OrderLine", "")
        .resource(
            "shop/Plain.hbm.xml",
            """
            <?xml version="1.0"?>
            <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN"
                "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
            <hibernate-mapping package="shop">
              <class name="Plain">
                <id name="id"/>
                <property name="shortLabel" access="field"/>
              </class>
            </hibernate-mapping>
            """)
        .resource(
            "hibernate.cfg.xml",
            """
            <?xml version="1.0"?>
            <!DOCTYPE hibernate-configuration PUBLIC
                "-//Hibernate/Hibernate Configuration DTD 3.0//EN"
                "http://www.hibernate.org/dtd/hibernate-configuration-3.0.dtd">
            <hibernate-configuration>
              <session-factory>
                <property name="connection.url">jdbc:postgresql://nowhere.invalid/db</property>
                <property name="hbm2ddl.auto">create-drop</property>
                <property name="physical_naming_strategy">
                  org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy
                </property>
                <mapping resource="shop/Plain.hbm.xml"/>
                <mapping class="shop.OrderLine"/>
              </session-factory>
            </hibernate-configuration>
            """)
        .compile();

    EntityModel model = EntityModel.read(project.request(hibernate));

    assertThat(tables(model)).containsExactly("order_line", "plain");
    assertThat(model.schema().tables().get(1).columns())
        .extracting(Column::name)
        .containsExactly("id", "short_label");
  }

  @ParameterizedTest
  @EnumSource
  void readsOrmXml(HibernateVersion hibernate) {
    project
        .source("shop.Plain", "public class Plain { Long id; String label; }")
        .resource(
            "META-INF/orm.xml",
            """
            <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
              <entity class="shop.Plain" access="FIELD">
                <table name="from_xml"/>
                <attributes>
                  <id name="id"/>
                  <basic name="label"><column name="text" length="12"/></basic>
                </attributes>
              </entity>
            </entity-mappings>
            """)
        .compile();

    Table table = EntityModel.read(project.request(hibernate)).schema().tables().get(0);

    assertThat(table.name()).isEqualTo(QualifiedName.of("from_xml"));
    assertThat(table.column("text").orElseThrow().type()).hasToString("varchar(12)");
  }

  @Test
  void namesAsSpringBootDoes() {
    project
        .entity("shop.OrderLine", "@ManyToOne OrderLine nextLine;")
        .source(
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
            "public class SpringImplicitNamingStrategy"
                + " extends org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl {}")
        .compile();

    EntityModel model = project.read();

    assertThat(tables(model)).containsExactly("order_line");
    assertThat(model.schema().tables().get(0).columns())
        .extracting(Column::name)
        .containsExactly("id", "next_line_id");
    assertThat(model.notes()).anyMatch(note -> note.contains("Spring Boot is on the class path"));
  }

  @ParameterizedTest
  @EnumSource
  void needsNoneOfTheSettingsThatStrayPropertiesAskFor(HibernateVersion hibernate) {
    project
        .entity("shop.OrderLine", "")
        .resource(
            "hibernate.properties",
            """
            hibernate.connection.url=jdbc:h2:mem:none
            hibernate.connection.driver_class=org.h2.Driver
            hibernate.connection.password=geheim
            hibernate.dialect=org.hibernate.dialect.H2Dialect
            hibernate.cache.region.factory_class=org.hibernate.cache.jcache.JCacheRegionFactory
            hibernate.transaction.jta.platform=org.example.Platform
            hibernate.hbm2ddl.auto=create-drop
            hibernate.default_schema=shop
            """)
        .compile();

    EntityModel model = EntityModel.read(project.request(hibernate));

    assertThat(tables(model)).containsExactly("shop.orderline");
    assertThat(String.join(" ", model.notes()))
        .contains("hibernate.connection.url")
        .doesNotContain("geheim");
  }

  @Test
  void leavesTheSchemaOutThatIsTheConnectionsOwn() {
    project
        .source(
            "shop.A",
            "@Entity @Table(schema = \"public\") public class A { @Id @GeneratedValue Long id; }")
        .source(
            "shop.B",
            "@Entity @Table(schema = \"own\") public class B { @Id Long id; @ManyToOne A a; }")
        .compile();

    EntityModel model = project.read();

    assertThat(tables(model)).containsExactly("a", "own.b");
    assertThat(model.schema().namespaces()).containsExactly("own");
    assertThat(model.schema().tables().get(1).foreignKeys().get(0).referencedTable())
        .isEqualTo(QualifiedName.of("a"));
  }

  @Test
  void isFoundInAnExecutableJar() {
    project.entity("shop.Product", "").compile();
    Path jar = project.archive("app.jar", "BOOT-INF/", HibernateVersion.V7.jars());
    List<Path> own = List.of(jar);

    EntityModel first = EntityModel.read(project.request(own, own, List.of()));
    EntityModel again = EntityModel.read(project.request(own, own, List.of()));

    assertThat(tables(first)).containsExactly("product");
    assertThat(again.schema()).isEqualTo(first.schema());
  }

  /** Names of entries that lead out of the folder in which an archive is unpacked. */
  @ParameterizedTest
  @ValueSource(strings = {"BOOT-INF/lib/../../../out.jar", "BOOT-INF/../../unpacking-out"})
  void writesNothingOutsideOfWhatItUnpacks(String name) throws IOException {
    Path jar = directory.resolve("evil.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : List.of("BOOT-INF/classes/", "BOOT-INF/lib/", name)) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.closeEntry();
      }
    }
    List<Path> own = List.of(jar);

    assertThatThrownBy(() -> EntityModel.read(project.request(own, own, List.of())))
        .hasMessageContaining(jar.toString())
        .hasMessageContaining("the entry " + name + " points outside the archive");
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files).noneMatch(file -> file.toString().contains("out"));
    }
  }

  @Test
  void isFoundInAWar() {
    project.entity("shop.Product", "").compile();
    Path war = project.archive("app.war", "WEB-INF/", HibernateVersion.V6.jars());
    List<Path> own = List.of(war);

    assertThat(tables(EntityModel.read(project.request(own, own, List.of()))))
        .containsExactly("product");
  }

  @Test
  void isReadWithoutAWordOfTheProjectOnTheConsole() {
    project
        .source(
            "shop.Loud",
            "@Entity public class Loud { @Id Long id; @Convert(converter = Shout.class) String s; }")
        .source(
            "shop.Shout",
            "public class Shout implements AttributeConverter<String, String> {"
                + " public Shout() { System.out.println(\"LOUD\"); System.err.println(\"LOUD\"); }"
                + " public String convertToDatabaseColumn(String s) { return s; }"
                + " public String convertToEntityAttribute(String s) { return s; } }")
        .compile();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream capture = new PrintStream(written)) {
      System.setOut(capture);
      System.setErr(capture);
      project.read();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(written.toString()).isEmpty();
  }

  private static List<String> tables(EntityModel model) {
    return model.schema().tables().stream().map(table -> table.name().toString()).toList();
  }

  private static String snakeCase() {
    return "<property name=\"hibernate.physical_naming_strategy\""
        + " value=\"org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy\"/>"
        + "<property name=\"jakarta.persistence.jdbc.url\" value=\"jdbc:h2:mem:none\"/>";
  }

  private static String unit(String name, String content, String properties) {
    return """
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
          <persistence-unit name="%s">%s<properties>%s</properties></persistence-unit>
        </persistence>
        """
        .formatted(name, content, properties);
  }
}
