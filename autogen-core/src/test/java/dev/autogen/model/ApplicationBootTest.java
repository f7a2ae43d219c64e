package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What applications have beside their entities, and what it does to the model. */
class ApplicationBootTest {

  @TempDir Path directory;
  private TestProject project;

  @BeforeEach
  void startsAProject() {
    project = new TestProject(directory);
  }

  @ParameterizedTest
  @EnumSource
  void touchesNoDatabaseWhateverTheSettingsAsk(HibernateVersion hibernate) {
    project.entity("shop.Product", "").compile();
    try (TestDatabase database = TestDatabase.create()) {
      ModelRequest request =
          project
              .request(hibernate)
              .withProperties(
                  Map.of(
                      "hibernate.hbm2ddl.auto", "create",
                      "jakarta.persistence.schema-generation.database.action", "drop-and-create",
                      "jakarta.persistence.jdbc.url", database.url(),
                      "hibernate.connection.url", database.url(),
                      "hibernate.cache.region.factory_class", "org.example.Missing",
                      "hibernate.cache.use_second_level_cache", "true"));

      assertThat(EntityModel.read(request).schema().tables()).hasSize(1);
      assertThat(database.query("select relname from pg_class where relname = 'product'"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesTheDialectOfTheApplication(HibernateVersion hibernate) {
    project
        .source(
            "shop.OwnDialect",
            "public class OwnDialect extends org.hibernate.dialect.PostgreSQLDialect {"
                + " public OwnDialect() { super(); }"
                + " public OwnDialect(org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo i)"
                + " { super(i); }"
                + " @Override protected String columnType(int code) {"
                + " return code == org.hibernate.type.SqlTypes.BOOLEAN ? \"smallint\""
                + " : super.columnType(code); } }")
        .entity("shop.Product", "boolean sold; byte tiny;")
        .compile();

    EntityModel model =
        EntityModel.read(
            project
                .request(hibernate)
                .withProperties(Map.of("hibernate.dialect", "shop.OwnDialect")));

    assertThat(column(model, "sold").type()).hasToString("smallint");
  }

  @ParameterizedTest
  @EnumSource
  void namesByTheStrategiesOfTheApplication(HibernateVersion hibernate) {
    project
        .source(
            "shop.Prefix", "public class Prefix { public static String of() { return \"t_\"; } }")
        .source(
            "shop.Names",
            "public class Names extends"
                + " org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl {"
                + " @Override public org.hibernate.boot.model.naming.Identifier"
                + " determinePrimaryTableName("
                + "org.hibernate.boot.model.naming.ImplicitEntityNameSource source) {"
                + " return toIdentifier(Prefix.of() + source.getEntityNaming().getJpaEntityName(),"
                + " source.getBuildingContext()); } }")
        .entity("shop.Product", "")
        .compile();

    EntityModel model =
        EntityModel.read(
            project
                .request(hibernate)
                .withProperties(Map.of("hibernate.implicit_naming_strategy", "shop.Names")));

    assertThat(model.schema().tables().get(0).name()).hasToString("t_product");
  }

  @ParameterizedTest
  @EnumSource
  void takesWhatServicesContribute(HibernateVersion hibernate) {
    project
        .source(
            "shop.More",
            "import org.hibernate.boot.spi.*;"
                + " public class More implements AdditionalMappingContributor {"
                + " public void contribute(AdditionalMappingContributions contributions,"
                + " InFlightMetadataCollector metadata,"
                + " org.hibernate.boot.ResourceStreamLocator locator,"
                + " MetadataBuildingContext context) {"
                + " contributions.contributeEntity(shop.extra.Extra.class); } }")
        .entity("shop.extra.Extra", "String name;")
        .entity("shop.main.Product", "")
        .resource(
            "META-INF/services/org.hibernate.boot.spi.AdditionalMappingContributor", "shop.More")
        .compile();

    EntityModel model =
        EntityModel.read(project.request(hibernate).withPackages(List.of("shop.main")));

    assertThat(model.schema().tables()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void takesTheAnnotationsOfPackages(HibernateVersion hibernate) {
    project
        .packageInfo(
            "shop",
            "@org.hibernate.annotations.TypeRegistration("
                + "basicClass = Code.class, userType = CodeType.class)")
        .source("shop.Code", "public record Code(String text) implements java.io.Serializable {}")
        .source("shop.CodeType", CODE_TYPE)
        .entity("shop.Product", "Code code;")
        .compile();

    EntityModel model = EntityModel.read(project.request(hibernate));

    assertThat(column(model, "code").type()).hasToString("varchar(255)");
  }

  private static final String CODE_TYPE =
      "import java.sql.*; public class CodeType implements org.hibernate.usertype.UserType<Code> {"
          + " public int getSqlType() { return Types.VARCHAR; }"
          + " public Class<Code> returnedClass() { return Code.class; }"
          + " public boolean equals(Code a, Code b) { return a.equals(b); }"
          + " public int hashCode(Code a) { return a.hashCode(); }"
          + " public Code deepCopy(Code a) { return a; }"
          + " public boolean isMutable() { return false; }"
          + " public java.io.Serializable disassemble(Code a) { return a; }"
          + " public Code assemble(java.io.Serializable a, Object o) { return (Code) a; } }";

  @Test
  void standsInForServicesThatGeneratorsAskFor() {
    project
        .source(
            "shop.Shuffler",
            "public interface Shuffler extends org.hibernate.service.Service { long next(long n); }")
        .source(
            "shop.Shuffled",
            """
            public class Shuffled extends org.hibernate.id.enhanced.SequenceStyleGenerator {
              @Override
              public void configure(
                  org.hibernate.generator.GeneratorCreationContext context,
                  java.util.Properties parameters) {
                context.getServiceRegistry().requireService(Shuffler.class).next(1);
                super.configure(context, parameters);
              }
            }
            """)
        .source(
            "shop.Item",
            """
            @Entity public class Item {
              @Id @GeneratedValue(generator = "item_numbers")
              @GenericGenerator(name = "item_numbers", type = Shuffled.class)
              Long id;
            }
            """)
        .compile();

    EntityModel model = EntityModel.read(project.request(HibernateVersion.V7));

    assertThat(model.schema().sequences())
        .extracting(sequence -> sequence.name().toString())
        .containsExactly("item_numbers");
    assertThat(model.notes())
        .contains("The service shop.Shuffler is the application's; a stand-in answers for it.");
  }

  @ParameterizedTest
  @EnumSource
  void asksForNoBeansOfEntityListenersAndConverters(HibernateVersion hibernate) {
    project
        .source(
            "shop.Mailer", "public class Mailer { public Mailer(Runnable bean) { bean.run(); } }")
        .source(
            "shop.Listener",
            "public class Listener { private final Mailer mailer;"
                + " public Listener(Mailer mailer) { this.mailer = mailer; }"
                + " @PrePersist void written(Object entity) {} }")
        .source(
            "shop.Secret",
            "@Converter public class Secret implements AttributeConverter<String, String> {"
                + " public Secret(Mailer mailer) {}"
                + " public String convertToDatabaseColumn(String s) { return s; }"
                + " public String convertToEntityAttribute(String s) { return s; } }")
        .source(
            "shop.Product",
            "@Entity @EntityListeners(Listener.class) public class Product { @Id Long id;"
                + " @Convert(converter = Secret.class) @Column(length = 40) String secret;"
                + " @TenantId String tenant; }")
        .compile();

    EntityModel model = EntityModel.read(project.request(hibernate));

    assertThat(column(model, "secret").type()).hasToString("varchar(40)");
  }

  @Test
  void bearsOldInterfacesBesideTheNew() {
    project
        .source(
            "javax.persistence.Entity",
            "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface Entity {}")
        .source("legacy.Old", "@javax.persistence.Entity public class Old {}")
        .entity("shop.Product", "")
        .compile();

    assertThat(project.read().schema().tables()).hasSize(1);
  }

  @Test
  void namesBothWhereHibernateIsThereTwice() {
    project.entity("shop.Product", "").compile();
    List<Path> classpath = new ArrayList<>(List.of(project.classes()));
    classpath.addAll(HibernateVersion.V6.jars());
    classpath.addAll(HibernateVersion.V7.jars());
    ModelRequest request = project.request(classpath, List.of(project.classes()), List.of());

    String said;
    try {
      said = String.join("\n", EntityModel.read(request).notes());
    } catch (AutogenException e) {
      said = e.getMessage();
    }

    assertThat(said).contains("hibernate-core-6.6.").contains("hibernate-core-7.4.");
  }

  private static Column column(EntityModel model, String name) {
    return model.schema().tables().get(0).column(name).orElseThrow();
  }
}
