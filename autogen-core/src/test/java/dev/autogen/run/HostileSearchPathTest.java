package dev.autogen.run;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.index;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.HostileDatabase;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions and operators that others put into the search path are not taken for PostgreSQL's. */
@Tag("attack")
class HostileSearchPathTest {

  private final PostgreSqlDialect dialect = new PostgreSqlDialect();

  static Stream<Arguments> paths() {
    return Stream.of(PostgreSqlVersion.values())
        .flatMap(
            version ->
                Stream.of("\"$user\", public", "public, pg_catalog")
                    .map(path -> Arguments.of(version, path)));
  }

  private static TestDatabase hostile(PostgreSqlVersion version, String path) {
    TestDatabase database = TestDatabase.create(version);
    database.execute(
        "create table person (id serial primary key, name varchar(20) not null, born date)",
        "create index person_name on person (upper(name)) where born is not null",
        "create view named as select name from person",
        "create function label(person) returns text language sql as 'select $1.name'",
        "comment on column person.name is 'x'");
    HostileDatabase.plant(database);
    database.execute("alter database " + database.name() + " set search_path = " + path);
    return database;
  }

  @ParameterizedTest
  @MethodSource("paths")
  void theCatalogIsReadByPostgreSqlsOwn(PostgreSqlVersion version, String path)
      throws SQLException {
    try (TestDatabase database = hostile(version, path);
        Connection connection = database.connect()) {
      InspectionScope scope = new InspectionScope(Set.of(), Set.of());

      assertThat(dialect.inspector().inspect(connection, scope).schema().tables()).hasSize(1);
      assertThat(dialect.inspector().databaseObjects(connection, scope))
          .anyMatch(object -> object.name().equals("named"));
      assertThat(dialect.inspector().schemas(connection)).isEmpty();
      assertThat(dialect.inspector().defaultSchema(connection)).contains("public");
      SqlType missing = SqlType.of("missing");
      assertThat(dialect.expressionRules().unknownTypes(connection, Set.of(missing)))
          .containsExactly(missing);
      assertThat(words(connection, "name <> 'x' and born is not null", "born > '2000-01-01'"))
          .hasSize(2);
      assertThat(HostileDatabase.wasCalled(database)).isFalse();
      assertThat(database.query("show search_path")).isEqualTo(List.of(List.of(path)));
    }
  }

  private List<String> words(Connection connection, String... checks) throws SQLException {
    Table table =
        new Table(
            QualifiedName.of("person"),
            List.of(
                Column.of("name", SqlType.parse("varchar(20)")),
                Column.of("born", SqlType.of("date"))),
            List.of(),
            List.of(),
            null);
    List<Expression> expressions =
        Stream.of(checks)
            .map(sql -> new Expression(table, Expression.Kind.CHECK, null, sql))
            .toList();
    return List.copyOf(dialect.expressionRules().inDatabaseWords(connection, expressions).values());
  }

  @ParameterizedTest
  @MethodSource("paths")
  void migrationsAreRunByPostgreSqlsOwn(PostgreSqlVersion version, String path) {
    try (TestDatabase database = hostile(version, path)) {
      InMemoryMigrations migrations =
          new InMemoryMigrations()
              .then(
                  "a1",
                  op -> {
                    op.createTable(
                        "t", column("id", integer()).notNull().identity(), column("name", text()));
                    op.createSequence("numbers", 1, 1);
                    op.createIndex("t", index("t_name", "name"));
                  },
                  op -> {
                    op.dropSequence("numbers");
                    op.dropTable("t");
                  })
              .then(
                  "b2",
                  op -> {
                    op.alterColumn("t", column("id", bigint()).notNull().identity());
                    op.autocommit(o -> o.createIndexConcurrently("t", index("t_id", "id")));
                  },
                  op -> {
                    op.dropIndex("t", "t_id");
                    op.alterColumn("t", column("id", integer()).notNull().identity());
                  });
      MigrationRunner runner =
          new MigrationRunner(
              database::connect, dialect, migrations, RunSettings.DEFAULT.withTag("deploy"));

      runner.upgrade("head");
      assertThat(runner.status()).hasSize(2);
      runner.downgrade("-1");
      runner.stamp(List.of("b2"), false);
      runner.stamp(List.of("a1"), true);
      runner.downgrade("base");

      assertThat(HostileDatabase.wasCalled(database)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void sessionsAndLocksAreKeptByPostgreSqlsOwn(PostgreSqlVersion version, String path)
      throws SQLException {
    try (TestDatabase database = hostile(version, path);
        Connection connection = database.connect();
        Connection other = database.connect()) {
      ExecutionRules rules = dialect.executionRules();
      ExecutionRules.Session session = rules.prepare(connection, Duration.ofSeconds(1));
      assertThat(session.schema()).isEqualTo("public");
      assertThat(rules.prerequisites(connection)).isEmpty();
      assertThat(rules.hasSchema(connection, "public")).isTrue();
      rules.relaxCommits(connection);
      rules.flushCommits(connection);
      rules.limitLockWait(connection, Duration.ofSeconds(1));
      rules.isPooledByTransaction(connection, other);
      rules.blockers(other, session.id());
      rules.afterInterruption(connection, "create index concurrently named_x on person (born)");
      rules.enterSchema(connection, "public");
      rules.restoreSearchPath(connection, session);
      rules.restore(connection);
      try (RunnerLock.Handle lock =
          dialect.runnerLock().acquire(other, "\"public\".\"v\"", Duration.ofSeconds(1))) {
        assertThat(lock.isHeld()).isTrue();
      }

      assertThat(HostileDatabase.wasCalled(database)).isFalse();
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("select pg_catalog.current_setting('search_path')")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo(path);
      }
    }
  }
}
