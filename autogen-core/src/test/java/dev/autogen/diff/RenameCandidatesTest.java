package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameCandidatesTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final String BEFORE =
      """
      create table people (id serial primary key, email varchar(50) unique, age int check (age > 0));
      create index people_age on people (age) where age > 18;
      create table pets (id int primary key, owner_id int references people);
      insert into people (email, age) values ('ann@example.com', 30);
      """;
  private static final String AFTER =
      """
      create table users (id serial primary key, email_address varchar(50) unique, age int check (age > 0));
      create table pets (id int primary key, owner_id int references users);
      """;

  @Test
  void findsWhatWasProbablyRenamed() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      Schema target = targetOf(connection);
      execute(connection, BEFORE);
      List<Operation> operations =
          compare(target, connection, DiffOptions.everything()).operations();
      assertThat(RenameCandidates.of(operations, Set.of()))
          .extracting(candidate -> candidate.rename().toString())
          .containsExactly("table:people=users");
    }
  }

  @Test
  void offersNothingThatAPersonHasDenied() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      Schema target = targetOf(connection);
      execute(connection, BEFORE);
      List<Operation> operations =
          compare(target, connection, DiffOptions.everything()).operations();
      Rename denied = RenameCandidates.of(operations, Set.of()).get(0).rename();

      assertThat(RenameCandidates.of(operations, Set.of(denied))).isEmpty();
    }
  }

  /** One of them computes its values or numbers itself, so the other's would be lost. */
  @Test
  void pairsNoColumnsWhoseValuesComeFromElsewhere() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      execute(
          connection,
          "create table t (id int, price int generated always as (id * 2) stored, code bigint)");
      Schema target = catalog(connection);
      execute(connection, "drop table t");
      execute(
          connection,
          "create table t (id int, prices int, codes bigint generated always as identity)");
      List<Operation> operations =
          compare(target, connection, DiffOptions.everything()).operations();

      assertThat(RenameCandidates.of(operations, Set.of())).isEmpty();
    }
  }

  @Test
  void pairsColumnsOfOneTypeByTheirNames() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      execute(connection, "create table t (first_name text, last_name text, born date, n int)");
      Schema target = catalog(connection);
      execute(connection, "drop table t");
      execute(connection, "create table t (surname text, firstname text, birthday date, m bigint)");
      List<Operation> operations =
          compare(target, connection, DiffOptions.everything()).operations();
      assertThat(RenameCandidates.of(operations, Set.of()))
          .extracting(candidate -> candidate.rename().toString())
          .containsExactlyInAnyOrder(
              "t.firstname=first_name", "t.surname=last_name", "t.birthday=born");
    }
  }

  @Test
  void aColumnThatIsMadeAnewUnderItsNameHasNoOther() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      execute(
          connection,
          "create table t (name text, sorted text generated always as (lower(name)) stored,"
              + " sorting text generated always as (name) stored)");
      Schema target = catalog(connection);
      execute(connection, "drop table t");
      execute(
          connection,
          "create table t (name text, sorted text generated always as (upper(name)) stored)");
      List<Operation> operations =
          compare(target, connection, DiffOptions.everything()).operations();
      assertThat(operations)
          .extracting(Operation::summary)
          .contains(
              "drop column t.sorted", "add column t.sorted text generated as (lower(name)) stored");
      assertThat(RenameCandidates.of(operations, Set.of())).isEmpty();
    }
  }

  private static Schema targetOf(Connection connection) throws SQLException {
    execute(connection, AFTER);
    Schema target = catalog(connection);
    execute(connection, "drop table pets, users");
    return target.withTables(
        target.tables().stream()
            .map(
                table ->
                    table.withConstraints(
                        table.constraints().stream()
                            .map(constraint -> constraint.withName(null))
                            .toList()))
            .toList());
  }

  private static Schema catalog(Connection connection) throws SQLException {
    InspectionScope scope = InspectionScope.defaultSchema();
    return DIALECT.typeRules().canonical(DIALECT.inspector().inspect(connection, scope).schema());
  }

  private static Comparison compare(Schema target, Connection connection, DiffOptions options)
      throws SQLException {
    return SchemaComparison.of(
            target, connection, DIALECT, InspectionScope.defaultSchema(), options)
        .comparison();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
