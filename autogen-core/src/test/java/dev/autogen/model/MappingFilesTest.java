package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML files that map entities, wherever they lie. */
class MappingFilesTest {

  private static final String PARCEL = "shop/parcel/Parcel.hbm.xml";

  @TempDir private Path directory;
  private TestProject project;

  @BeforeEach
  void classes() {
    project =
        new TestProject(directory)
            .source("shop.Plain", "public class Plain { Long id; String label; }")
            .source("shop.parcel.Parcel", "public class Parcel { Long id; }")
            .resource("mapping/shop-orm.xml", orm("from_shop"))
            .resource(PARCEL, hbm())
            .compile();
  }

  @ParameterizedTest
  @EnumSource
  void areNamedByTheConfiguration(HibernateVersion hibernate) {
    ModelRequest request = project.request(hibernate);

    assertThat(tables(request.withMappingFiles(List.of("mapping/shop-orm.xml", PARCEL))))
        .containsExactly("from_shop", "parcel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop/**/*.hbm.xml",
        "shop/parcel/**/*.hbm.xml",
        "**.hbm.xml",
        "classpath*:/shop/**/Parcel.*.xml",
        "classpath:" + PARCEL
      })
  void areNamedByGlobsAndAsSpringDoes(String glob) {
    assertThat(tables(project.request().withMappingFiles(List.of(glob)))).containsExactly("parcel");
  }

  @Test
  void areFoundInArchives() {
    Path archive = project.archive("shop.war", "WEB-INF/", List.of());
    List<Path> classpath = new ArrayList<>(List.of(archive));
    classpath.addAll(HibernateVersion.V7.jars());
    ModelRequest request = project.request(classpath, List.of(archive), List.of());

    assertThat(tables(request.withMappingFiles(List.of("**/*.hbm.xml", "mapping/shop-orm.xml"))))
        .containsExactly("from_shop", "parcel");
  }

  @Test
  void standInPlaceOfTheUsualOne() {
    project.resource("META-INF/orm.xml", orm("usual"));

    assertThat(tables(project.request())).containsExactly("usual");
    assertThat(tables(project.request().withMappingFiles(List.of("mapping/shop-orm.xml"))))
        .containsExactly("from_shop");
    assertThat(tables(project.request().withMappingFiles(List.of("no-file", PARCEL))))
        .containsExactly("parcel");
  }

  @Test
  void areMappedOnceThatAreListedAndFound() {
    project
        .resource("META-INF/orm.xml", orm("usual"))
        .resource(
            "META-INF/persistence.xml",
            unit(
                "<mapping-file>META-INF/orm.xml</mapping-file><mapping-file>"
                    + PARCEL
                    + "</mapping-file>"));

    assertThat(tables(project.request())).containsExactly("parcel", "usual");
    assertThat(tables(project.request().withPersistenceUnit("main")))
        .containsExactly("parcel", "usual");
  }

  @Test
  void areDetectedInTheRootOfAPersistenceUnit() {
    project.resource("META-INF/persistence.xml", unit(""));
    ModelRequest request = project.request();

    assertThat(tables(request)).containsExactly("parcel");
    assertThatThrownBy(
            () ->
                EntityModel.read(
                    request.withProperties(Map.of("hibernate.archive.autodetection", "class"))))
        .isInstanceOf(AutogenException.class)
        .hasMessageStartingWith("No entity found");
  }

  @Test
  void areSaidToBeMissing() {
    assertThatThrownBy(
            () -> EntityModel.read(project.request().withMappingFiles(List.of("shop/none.xml"))))
        .isInstanceOf(AutogenException.class)
        .hasMessage(
            "The mapping file shop/none.xml is not on the class path.\n"
                + "Correct [model] mapping-files in autogen.toml, or the setting of the"
                + " application that names it.");
  }

  private static List<String> tables(ModelRequest request) {
    return EntityModel.read(request).schema().tables().stream()
        .map(table -> table.name().toString())
        .toList();
  }

  private static String orm(String table) {
    return """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
          <entity class="shop.Plain" access="FIELD">
            <table name="%s"/>
            <attributes><id name="id"/><basic name="label"/></attributes>
          </entity>
        </entity-mappings>
        """
        .formatted(table);
  }

  private static String hbm() {
    return """
        <?xml version="1.0"?>
        <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN"
            "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
        <hibernate-mapping package="shop.parcel" default-access="field">
          <class name="Parcel"><id name="id"/></class>
        </hibernate-mapping>
        """;
  }

  private static String unit(String content) {
    return """
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
          <persistence-unit name="main">%s</persistence-unit>
        </persistence>
        """
        .formatted(content);
  }
}
