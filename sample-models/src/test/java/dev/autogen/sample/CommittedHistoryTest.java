package dev.autogen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.Autogen;
import dev.autogen.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.model.DatabaseTarget;
import dev.autogen.model.EntityModel;
import dev.autogen.model.ModelRequest;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import dev.autogen.testing.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedHistoryTest {

  private static final String PENDING =
      "add column users.email_verified boolean not null default false";

  @TempDir Path cache;
  private final TestDatabase database = TestDatabase.create();
  private final Dialect dialect = Dialects.of(database.url());

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void leadsToTheEntitiesButForThePendingChange() throws SQLException {
    autogen().upgrade("head");

    List<String> changes = compare().stream().map(Operation::summary).toList();

    // The change is no longer pending for those who have just tried the README's command.
    assertThat(changes).isSubsetOf(PENDING);
  }

  @Test
  void goesDownToNothingAndUpToTheSame() throws SQLException {
    autogen().upgrade("head");
    Schema head = inspect();

    autogen().downgrade("base");
    assertThat(inspect()).isEqualTo(Schema.empty());

    autogen().upgrade("head");
    assertThat(inspect()).isEqualTo(head);
  }

  private Autogen autogen() {
    return Autogen.configure().connections(database::connect).migrations("db.migrations").build();
  }

  private Schema inspect() throws SQLException {
    try (Connection connection = database.connect()) {
      return dialect.inspector().inspect(connection, InspectionScope.defaultSchema()).schema();
    }
  }

  private List<Operation> compare() throws SQLException {
    List<Path> classpath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    try (Connection connection = database.connect()) {
      DatabaseTarget target =
          DatabaseTarget.postgreSql(
              connection.getMetaData().getDatabaseMajorVersion(),
              connection.getMetaData().getDatabaseMinorVersion());
      EntityModel model =
          EntityModel.read(
              ModelRequest.of(classpath, target, cache)
                  .withPackages(List.of("dev.autogen.sample")));
      return SchemaComparison.of(
              model.schema(),
              connection,
              dialect,
              InspectionScope.defaultSchema(),
              DiffOptions.everything())
          .comparison()
          .operations();
    }
  }
}
