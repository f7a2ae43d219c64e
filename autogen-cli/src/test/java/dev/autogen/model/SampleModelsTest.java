package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.CommandLineRun;
import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The trip planner: its committed migrations, and the one change that they lack. */
class SampleModelsTest {

  private static final Path SAMPLE = Path.of("..", "sample-models").toAbsolutePath().normalize();
  private static final String PACKAGE = "dev.autogen.sample";
  private static final Map<String, String> SETTINGS =
      Map.of("hibernate.column_ordering_strategy", "legacy");

  @TempDir Path cache;

  @ParameterizedTest(name = "Hibernate {0} on PostgreSQL {1}")
  @CsvSource({"V6,V14", "V6,V18", "V7,V14", "V7,V18"})
  void hibernatesOwnTablesLeaveNoDifference(HibernateVersion hibernate, PostgreSqlVersion version)
      throws Exception {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      List<Path> classpath = classpath(hibernate);
      List<String> classes = List.copyOf(EntityScan.scan(classpath, List.of(PACKAGE)).classes());
      HibernateVersion.create(classpath, classes, database.url(), SETTINGS);
      var product = connection.getMetaData();
      EntityModel model =
          EntityModel.read(
              ModelRequest.of(
                      classpath,
                      PostgreSql.target(
                          product.getDatabaseMajorVersion(), product.getDatabaseMinorVersion()),
                      cache)
                  .withPackages(List.of(PACKAGE))
                  .withProperties(SETTINGS));
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

  @ParameterizedTest
  @EnumSource(PostgreSqlVersion.class)
  void historyLeadsUpAndDownAndUpAgain(PostgreSqlVersion version) throws Exception {
    try (TestDatabase database = TestDatabase.create(version)) {
      assertThat(run(database, "upgrade", "head")).isZero();
      Schema head = catalog(database);
      assertThat(head.tables()).hasSizeGreaterThan(8);

      assertThat(run(database, "downgrade", "base")).isZero();
      assertThat(catalog(database)).isEqualTo(Schema.empty());

      assertThat(run(database, "upgrade", "head")).isZero();
      assertThat(PostgreSql.CATALOGS.differences("again", head, catalog(database))).isEmpty();
    }
  }

  @Test
  void onlyTheVerifiedEmailIsPending() {
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(run(database, "upgrade", "head")).isZero();
      StringWriter out = new StringWriter();
      String classpath =
          classpath(HibernateVersion.V7).stream()
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
      int code = run(database, out, "check", "--classpath", classpath);
      assertThat(out.toString())
          .startsWith("  add column users.email_verified boolean not null default false\n")
          .hasLineCount(2);
      assertThat(code).isEqualTo(1);
    }
  }

  private static List<Path> classpath(HibernateVersion hibernate) {
    List<Path> entries = new ArrayList<>(List.of(SAMPLE.resolve("target/classes")));
    entries.add(testClasses());
    entries.addAll(hibernate.jars());
    return entries;
  }

  /** Where the class is that has Hibernate create tables. */
  private static Path testClasses() {
    return HibernateVersion.V7.classpath().get(0);
  }

  private static Schema catalog(TestDatabase database) throws SQLException {
    Dialect dialect = Dialects.of(database.url());
    try (Connection connection = database.connect()) {
      InspectionScope scope = InspectionScope.defaultSchema();
      return dialect.typeRules().canonical(dialect.inspector().inspect(connection, scope).schema());
    }
  }

  private static int run(TestDatabase database, String... arguments) {
    return run(database, new StringWriter(), arguments);
  }

  private static int run(TestDatabase database, StringWriter out, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-d", SAMPLE.toString(), "--url", database.url()));
    all.addAll(List.of(arguments));
    StringWriter err = new StringWriter();
    int code =
        new CommandLineRun(new PrintWriter(out), new PrintWriter(err), false, Map.of())
            .execute(all.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    return code;
  }
}
