package dev.autogen.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML files of a project that point outside of themselves: nothing is read or fetched. */
@Tag("attack")
class HostileXmlTest {

  private static final String ORM = "META-INF/orm.xml";
  private static final String HBM = "shop/Plain.hbm.xml";
  private static final String SECRET = "text_of_a_local_file";

  @TempDir private Path directory;
  private final List<String> fetched = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private TestProject project;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          fetched.add(exchange.getRequestURI().toString());
          byte[] answer = ("<!ENTITY outer '" + SECRET + "'>").getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    Files.writeString(directory.resolve("secret.txt"), SECRET);
    project =
        new TestProject(directory)
            .source("shop.Plain", "public class Plain { Long id; String label; }")
            .compile();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    assertThat(fetched).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aLocalFileBecomesNoSchemaName(HibernateVersion hibernate) {
    project.resource(ORM, "<!DOCTYPE x [<!ENTITY local SYSTEM '" + secret() + "'>]>" + orm());

    assertThat(failure(project.request(hibernate)))
        .contains(ORM + ", line 3", "secret.txt", "classpath://")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void aDtdIsNotFetched(HibernateVersion hibernate) {
    project.resource(ORM, "<!DOCTYPE entity-mappings SYSTEM '" + http("x.dtd") + "'>" + orm());

    assertThat(failure(project.request(hibernate))).contains(ORM, "x.dtd");
  }

  @ParameterizedTest
  @EnumSource
  void aParameterEntityIsNotFetched(HibernateVersion hibernate) {
    project.resource(
        ORM, "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + http("p.dtd") + "'>\n%p;]>" + orm());

    assertThat(failure(project.request(hibernate))).contains(ORM, "p.dtd");
  }

  @ParameterizedTest
  @EnumSource
  void theClassPathIsNoWayOut(HibernateVersion hibernate) {
    project.resource(
        ORM,
        "<!DOCTYPE x [<!ENTITY local SYSTEM 'classpath://" + http("entity.txt") + "'>]>" + orm());

    assertThat(failure(project.request(hibernate))).contains(ORM, "entity.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jar:%s!/a", "ftp://127.0.0.1:%d/a", "secret.txt", "//127.0.0.1/a", "%f"})
  void noOtherAddressIsRead(String address) {
    String system =
        address
            .replace("%s", http("a.jar"))
            .replace("%d", "" + server.getAddress().getPort())
            .replace("%f", directory.resolve("secret.txt").toString());
    project.resource(ORM, "<!DOCTYPE x [<!ENTITY local SYSTEM '" + system + "'>]>" + orm());

    assertThat(failure(project.request())).contains(ORM).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void aDtdOfTheClassPathLeadsNowhereElse(HibernateVersion hibernate) {
    project
        .resource("shop/names.dtd", "<!ENTITY local SYSTEM '" + secret() + "'>")
        .resource(ORM, "<!DOCTYPE x SYSTEM 'classpath://shop/names.dtd'>" + orm());

    assertThat(failure(project.request(hibernate))).contains(ORM).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheClassPathHasIsIncluded(HibernateVersion hibernate) {
    project
        .resource("shop/schema.txt", "of_the_class_path")
        .resource(
            ORM, "<!DOCTYPE x [<!ENTITY local SYSTEM 'classpath://shop/schema.txt'>]>" + orm());

    assertThat(tables(project.request(hibernate))).containsExactly("of_the_class_path.plain");
  }

  @ParameterizedTest
  @EnumSource
  void xIncludeAndSchemaLocationsAreNotFollowed(HibernateVersion hibernate) {
    project.resource(
        ORM,
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence/orm %s urn:x %s"
            xsi:noNamespaceSchemaLocation="%s">
          <entity class="shop.Plain" access="FIELD">
            <attributes><id name="id"/><basic name="label"/></attributes>
          </entity>
        </entity-mappings>
        """
            .formatted(http("a.xsd"), http("b.xsd"), http("c.xsd")));

    assertThat(tables(project.request(hibernate))).containsExactly("plain");

    project.resource(
        ORM,
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0"
            xmlns:xi="http://www.w3.org/2001/XInclude">
          <xi:include href="%s" parse="text"/>
        </entity-mappings>
        """
            .formatted(http("included")));
    assertThat(failure(project.request(hibernate))).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void anEntityBombIsRefused(HibernateVersion hibernate) {
    StringBuilder dtd = new StringBuilder("<!ENTITY l0 'laugh'>");
    for (int i = 1; i < 12; i++) {
      dtd.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    project.resource(ORM, "<!DOCTYPE x [" + dtd + "]>" + orm().replace("&local;", "&l11;"));

    assertThat(failure(project.request(hibernate))).contains("64");
  }

  @ParameterizedTest
  @CsvSource({
    "-//Hibernate/Hibernate Mapping DTD 3.0//EN, http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd",
    "-//Hibernate/Hibernate Mapping DTD 3.0//EN, https://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd",
    "-//Hibernate/Hibernate Mapping DTD//EN, http://hibernate.org/dtd/hibernate-mapping-3.0.dtd",
    "-//Hibernate/Hibernate Mapping DTD 3.0//EN, https://hibernate.org/dtd/hibernate-mapping-3.0.dtd",
    "-//Hibernate/Hibernate Mapping DTD 3.0//EN, http://hibernate.sourceforge.net/hibernate-mapping-3.0.dtd",
    "-//Hibernate/Hibernate Mapping DTD 2.0//EN, http://hibernate.sourceforge.net/hibernate-mapping-2.0.dtd",
  })
  void theDtdsOfHibernateAreItsOwn(String publicId, String systemId) {
    project.resource(
        HBM,
        "<!DOCTYPE hibernate-mapping PUBLIC '%s' '%s'>".formatted(publicId, systemId)
            + "<hibernate-mapping package='shop' default-access='field'>"
            + "<class name='Plain'><id name='id'/></class></hibernate-mapping>");

    for (HibernateVersion hibernate : HibernateVersion.values()) {
      assertThat(tables(project.request(hibernate).withMappingFiles(List.of(HBM))))
          .containsExactly("plain");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMappingOfHibernateReadsNoFile(HibernateVersion hibernate) {
    project.resource(
        HBM,
        """
        <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN"
            "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd"
            [<!ENTITY local SYSTEM "%s">]>
        <hibernate-mapping package="shop" default-access="field">
          <class name="Plain"><id name="id"/></class>
          <database-object><create>create view &local;</create><drop/></database-object>
        </hibernate-mapping>
        """
            .formatted(secret()));

    assertThat(failure(project.request(hibernate).withMappingFiles(List.of(HBM))))
        .contains(HBM + ", line 6", "secret.txt")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"META-INF/validation.xml", "META-INF/constraints.xml"})
  void theFilesOfBeanValidationFetchNothing(String name) {
    project
        .entity("shop.Order", "@jakarta.validation.constraints.NotNull String label;")
        .compile()
        .resource(
            "META-INF/validation.xml",
            """
            <validation-config xmlns="https://jakarta.ee/xml/ns/validation/configuration"
                version="3.0">
              <constraint-mapping>META-INF/constraints.xml</constraint-mapping>
            </validation-config>
            """)
        .resource(
            "META-INF/constraints.xml",
            """
            <constraint-mappings xmlns="https://jakarta.ee/xml/ns/validation/mapping" version="3.0">
            </constraint-mappings>
            """);
    assertThat(EntityModel.read(project.request()).notes())
        .contains("Bean Validation: constraints that bear on columns are applied.");

    project.resource(name, "<!DOCTYPE x SYSTEM '" + http("v.dtd") + "'><x>&outer;</x>");

    EntityModel.read(project.request());
  }

  @ParameterizedTest
  @ValueSource(strings = {"META-INF/persistence.xml", "hibernate.cfg.xml"})
  void theFilesThatAutogenReadsFetchNothing(String name) {
    project
        .entity("shop.Order", "")
        .compile()
        .resource(name, "<!DOCTYPE x [\n<!ENTITY local SYSTEM '" + secret() + "'>]><x>&local;</x>");
    assertThat(failure(project.request()))
        .contains(name, "line 2", "secret.txt")
        .doesNotContain(SECRET);

    project.resource(
        name, "<!DOCTYPE x [\n<!ENTITY % p SYSTEM '" + http("p.dtd") + "'> %p;]><x>&outer;</x>");
    assertThat(failure(project.request())).contains(name, "line 2", "p.dtd");
  }

  @Test
  void aConfigurationMayNameItsDtd() {
    project
        .entity("shop.Order", "")
        .compile()
        .resource(
            "hibernate.cfg.xml",
            """
            <!DOCTYPE hibernate-configuration PUBLIC
                "-//Hibernate/Hibernate Configuration DTD 3.0//EN" "%s">
            <hibernate-configuration><session-factory/></hibernate-configuration>
            """
                .formatted(http("hibernate-configuration-3.0.dtd")));

    assertThat(tables(project.request())).containsExactly("order");
  }

  private String secret() {
    return directory.resolve("secret.txt").toUri().toString();
  }

  private String http(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  private static String failure(ModelRequest request) {
    AutogenException failure =
        catchThrowableOfType(AutogenException.class, () -> EntityModel.read(request));
    assertThat(failure).isNotNull();
    assertThat(failure.exit()).isEqualTo(AutogenException.Exit.USAGE);
    return failure.getMessage();
  }

  private static List<String> tables(ModelRequest request) {
    return EntityModel.read(request).schema().tables().stream()
        .map(table -> table.name().toString())
        .toList();
  }

  private static String orm() {
    return """

        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
          <schema>&local;</schema>
          <entity class="shop.Plain" access="FIELD">
            <attributes><id name="id"/><basic name="label"/></attributes>
          </entity>
        </entity-mappings>
        """;
  }
}
