package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.SchemaComparison;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
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
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      int minor = connection.getMetaData().getDatabaseMinorVersion();
      ModelRequest request =
          hibernate.request(DatabaseTarget.postgreSql(major, minor), cache, ENTITIES);
      List<String> classes =
          List.copyOf(EntityScan.scan(hibernate.classpath(), List.of(ENTITIES)).classes());
      hibernate.create(classes, database.url(), Map.of());

      EntityModel model = EntityModel.read(request);

      SchemaComparison comparison =
          SchemaComparison.of(
              model.schema(),
              connection,
              Dialects.of(database.url()),
              InspectionScope.defaultSchema(),
              DiffOptions.everything());
      assertThat(comparison.comparison().operations()).isEmpty();
    }
  }
}
