package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read of a whole database; {@link PostgreSqlInspectorCasesTest} has the details. */
class PostgreSqlInspectorTest {

  @ParameterizedTest
  @EnumSource
  void readsTablesSequencesAndTypesInTheOrderOfTheirNames(PostgreSqlVersion version)
      throws SQLException {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          "create table b (id serial primary key)",
          "create table a (z int, y int)",
          "comment on table a is 'It''s a table'",
          "create sequence s start 5 increment 50 cache 3",
          "create type mood as enum ('sad', 'ok')",
          "alter type mood add value 'meh' before 'ok'",
          "create type \"Empty\" as enum ()");

      Schema schema = inspect(database).schema();

      assertThat(schema.tables())
          .extracting(table -> table.name().toString())
          .containsExactly("a", "b");
      assertThat(table(schema, "a").columns()).extracting("name").containsExactly("z", "y");
      assertThat(table(schema, "a").comment()).isEqualTo("It's a table");
      assertThat(schema.sequences())
          .containsExactly(
              Sequence.of(QualifiedName.of("b_id_seq"), 1, 1)
                  .withRange(NumberRange.unspecified().withType("integer"))
                  .withOwner(new Sequence.Owner(QualifiedName.of("b"), "id"))
                  .withDefaultColumns(List.of(new Sequence.Owner(QualifiedName.of("b"), "id"))),
              Sequence.of(QualifiedName.of("s"), 5, 50).withCache(3));
      assertThat(schema.enumTypes())
          .containsExactly(
              new EnumType(QualifiedName.of("Empty"), List.of()),
              new EnumType(QualifiedName.of("mood"), List.of("sad", "meh", "ok")));
      assertThat(schema.namespaces()).isEmpty();
      assertThat(inspect(database)).isEqualTo(inspect(database));
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsTheSchemasInScopeAndReferencesBeyondThem(PostgreSqlVersion version)
      throws SQLException {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          "create schema audit",
          "create schema \"it's\"",
          "create schema beyond",
          "create table beyond.far (a int, b int, unique (b, a))",
          "create table users (id int primary key)",
          "create type audit.level as enum ('low')",
          "create table audit.log (user_id int references users, level audit.level,"
              + " x int, y int, foreign key (x, y) references beyond.far (b, a))",
          "create table \"it's\".t (id int)");

      Inspection inspection =
          inspect(
              database,
              InspectionScope.defaultSchema().withSchemas(Set.of("audit", "it's", "absent")));

      Schema schema = inspection.schema();
      assertThat(schema.namespaces()).containsExactly("audit", "it's");
      assertThat(schema.tables())
          .extracting(Table::name)
          .containsExactly(
              QualifiedName.of("users"),
              QualifiedName.of("audit", "log"),
              QualifiedName.of("it's", "t"));
      Table log = schema.table(QualifiedName.of("audit", "log")).orElseThrow();
      assertThat(log.column("level").orElseThrow().type())
          .isEqualTo(SqlType.named(QualifiedName.of("audit", "level")));
      assertThat(log.foreignKeys())
          .extracting(ForeignKey::referencedTable, ForeignKey::referencedColumns)
          .containsExactlyInAnyOrder(
              tuple(QualifiedName.of("users"), List.of("id")),
              tuple(QualifiedName.of("beyond", "far"), List.of("b", "a")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesTheFirstSchemaOfTheSearchPathForTheDefaultOne(PostgreSqlVersion version)
      throws SQLException {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          "create schema app",
          "create extension citext",
          "create table app.t (id int, c citext)",
          "create table public.other (id int)");
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("set search_path = app, public");
        Inspection found =
            new PostgreSqlInspector().inspect(connection, InspectionScope.defaultSchema());

        assertThat(found.schema().tables())
            .extracting(Table::name)
            .containsExactly(QualifiedName.of("t"));
        assertThat(table(found.schema(), "t").column("c").orElseThrow().type())
            .isEqualTo(SqlType.named(new QualifiedName("public", "citext")));
        assertThat(found.typesInPath()).isEqualTo(Map.of("citext", "public"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatItLeavesOutAndWhy(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          "create table kept (id int, r int4range, exclude using gist (r with &&))",
          "create table autogen_version (version varchar primary key)",
          "create table autogen_journal (id serial)",
          "create table flyway_schema_history (id int)",
          "create table \"DATABASECHANGELOG\" (id int)",
          "create table databasechangeloglock (id int)",
          "create table alembic_version (id int)",
          "create table part (id int primary key) partition by range (id)",
          "create table part_1 partition of part for values from (0) to (10)",
          "create view v as select 1 a",
          "create materialized view mv as select 1 a",
          "create extension pg_stat_statements",
          "create temp table temporary (id int)");
      interruptedIndex(database);

      Inspection inspection = inspect(database);

      assertThat(inspection.schema().tables())
          .extracting(table -> table.name().name())
          .containsExactly("kept", "part");
      assertThat(inspection.schema().sequences()).isEmpty();
      assertThat(table(inspection.schema(), "kept").indexes()).isEmpty();
      assertThat(inspection.leftOut())
          .contains(
              new LeftOut("exclusion constraint", "kept.kept_r_excl", "JPA cannot describe it"),
              new LeftOut("table", "autogen_version", "autogen's own"),
              new LeftOut("table", "autogen_journal", "autogen's own"),
              new LeftOut("sequence", "autogen_journal_id_seq", "belongs to autogen_journal"),
              new LeftOut("table", "flyway_schema_history", "Flyway's history"),
              new LeftOut("table", "DATABASECHANGELOG", "Liquibase's history"),
              new LeftOut("table", "databasechangeloglock", "Liquibase's lock"),
              new LeftOut("table", "alembic_version", "Alembic's version"),
              new LeftOut("table", "part_1", "partition of part"),
              new LeftOut("view", "v", "not a table"),
              new LeftOut("materialized view", "mv", "not a table"),
              new LeftOut(
                  "view", "pg_stat_statements", "belongs to the extension pg_stat_statements"))
          .anyMatch(left -> left.name().equals("interrupted") && left.reason().contains("invalid"));
    }
  }

  /** A unique index built concurrently over duplicates fails, and stays behind. */
  private static void interruptedIndex(TestDatabase database) {
    database.execute("insert into kept values (1), (1)");
    assertThatThrownBy(
            () -> database.execute("create unique index concurrently interrupted on kept (id)"))
        .hasMessageContaining("could not create unique index");
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheConnectionAsItWas(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      new PostgreSqlInspector().inspect(connection, InspectionScope.defaultSchema());
      assertThat(connection.getAutoCommit()).isTrue();
      statement.execute("create table t (id int)");

      connection.setAutoCommit(false);
      statement.execute("create table uncommitted (id int)");
      Schema seen =
          new PostgreSqlInspector().inspect(connection, InspectionScope.defaultSchema()).schema();
      assertThat(seen.tables()).hasSize(2);
      statement.execute("insert into uncommitted values (1)");
      connection.commit();
      try (ResultSet rows = statement.executeQuery("select id from uncommitted")) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  /** After some executions the driver prepares a statement and transfers its rows in binary. */
  @ParameterizedTest
  @EnumSource
  void readsTheSameHoweverOftenOnOneConnection(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      database.execute(
          "create table a (id bigserial primary key, t text[] default '{}', check (id > 0))",
          "create table b (x int generated always as identity, a bigint references a, c text,"
              + " unique (x, a))",
          "create index b_i on b (lower(c) desc, x) include (a) where x > 1");
      Inspection first = inspect(database);
      for (int i = 0; i < 8; i++) {
        assertThat(new PostgreSqlInspector().inspect(connection, InspectionScope.defaultSchema()))
            .isEqualTo(first);
      }
    }
  }

  private static Inspection inspect(TestDatabase database) throws SQLException {
    return inspect(database, InspectionScope.defaultSchema());
  }

  private static Inspection inspect(TestDatabase database, InspectionScope scope)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return new PostgreSqlInspector().inspect(connection, scope);
    }
  }

  private static Table table(Schema schema, String name) {
    return schema.table(QualifiedName.of(name)).orElseThrow();
  }
}
