package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that Hibernate created by itself matches the model that is read of its entities. */
class HibernateDdlTest {

  private static final String ENTITIES = "dev.autogen.model.entities";

  @TempDir Path cache;

  @ParameterizedTest(name = "Hibernate {0} on PostgreSQL {1}")
  @CsvSource({"V6,V14", "V6,V18", "V7,V14", "V7,V18"})
  void leavesNoDifference(HibernateVersion hibernate, PostgreSqlVersion version) throws Exception {
    assertNoDifference(hibernate, version, ENTITIES, Map.of());
  }

  @Test
  void leavesNoDifferenceForWhatPersistence32Added() throws Exception {
    assertNoDifference(
        HibernateVersion.V7, PostgreSqlVersion.V18, "dev.autogen.model.latest", Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "latest,hibernate.globally_quoted_identifiers=true"
        + " hibernate.globally_quoted_identifiers_skip_column_definitions=true",
    "latest,hibernate.default_schema=other",
    "latest,hibernate.default_schema=public",
    "entities,hibernate.physical_naming_strategy="
        + "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
    "latest,hibernate.implicit_naming_strategy="
        + "org.hibernate.boot.model.naming.ImplicitNamingStrategyLegacyHbmImpl",
    "entities,hibernate.timezone.default_storage=NORMALIZE_UTC",
    "latest,hibernate.type.preferred_boolean_jdbc_type=SMALLINT",
    "entities,hibernate.id.db_structure_naming_strategy=legacy",
    "entities,jakarta.persistence.validation.mode=none"
  })
  void leavesNoDifferenceWithSettings(String packageName, String text) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    for (String setting : text.split(" ")) {
      settings.put(setting.split("=")[0], setting.split("=")[1]);
    }
    assertNoDifference(
        HibernateVersion.V7, PostgreSqlVersion.V18, "dev.autogen.model." + packageName, settings);
  }

  @Test
  void leavesAnEntityAloneThatIsMappedOnAView() throws Exception {
    TestProject project = new TestProject(cache).entity("shop.Seen", "String name;").compile();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      database.execute("create view seen as select 1::bigint as id, 'a'::text as name");

      assertThat(differences(project.read(), connection, database)).isEmpty();
    }
  }

  private List<String> classes(String packageName) {
    return List.copyOf(
        EntityScan.scan(HibernateVersion.V7.classpath(), List.of(packageName)).classes());
  }

  private void assertNoDifference(
      HibernateVersion hibernate,
      PostgreSqlVersion version,
      String packageName,
      Map<String, String> settings)
      throws Exception {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      var product = connection.getMetaData();
      DatabaseTarget target =
          PostgreSql.target(product.getDatabaseMajorVersion(), product.getDatabaseMinorVersion());
      database.execute("create schema other");
      hibernate.create(classes(packageName), database.url(), settings);

      EntityModel model =
          EntityModel.read(hibernate.request(target, cache, packageName).withProperties(settings));

      assertThat(differences(model, connection, database)).isEmpty();
    }
  }

  private static List<Operation> differences(
      EntityModel model, Connection connection, TestDatabase database) throws SQLException {
    return SchemaComparison.of(
            model.schema(),
            connection,
            Dialects.of(database.url()),
            InspectionScope.defaultSchema(),
            DiffOptions.everything())
        .comparison()
        .operations();
  }
}
