package dev.autogen.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.model.exported.DdlReader;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities on relations that are no plain tables. */
class OtherRelationsTest {

  @ParameterizedTest
  @EnumSource
  void areNeitherCreatedNorDropped(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          "create table a (id bigint primary key, name varchar(20), seen_id bigint)",
          "create view seen as select id, name from a",
          "create materialized view summed as select count(*) as id from a",
          "create materialized view unmapped as select 1 as x",
          "create foreign data wrapper nothing",
          "create server nowhere foreign data wrapper nothing",
          "create foreign table far (id bigint, name varchar(20)) server nowhere",
          "create table parted (id bigint not null, name varchar(20), primary key (id))"
              + " partition by range (id)",
          "create table parted_1 partition of parted for values from (1) to (100)");

      List<Operation> operations =
          operations(
              database,
              "create table a (id bigint not null, name varchar(20), seen_id bigint, primary key"
                  + " (id))",
              "create table seen (id bigint not null, name varchar(255), primary key (id))",
              "create table summed (id bigint not null, primary key (id))",
              "create table far (id bigint not null, name varchar(20), primary key (id))",
              "create table parted (id bigint not null, name varchar(20), primary key (id))",
              "alter table a add constraint fk foreign key (seen_id) references seen",
              "create index ix on seen (name)");

      assertThat(operations).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void arePartitionedTablesThatChangeAsOthersDo(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          "create table parted (id bigint not null, name varchar(20), primary key (id))"
              + " partition by range (id)",
          "create table parted_1 partition of parted for values from (1) to (100)");

      List<Operation> operations =
          operations(
              database,
              "create table parted (id bigint not null, name varchar(30), other integer, primary"
                  + " key (id))");

      assertThat(operations)
          .extracting(Operation::summary)
          .containsExactly(
              "alter column parted.name: type varchar(20) to varchar(30)",
              "add column parted.other integer");
    }
  }

  @ParameterizedTest
  @EnumSource
  void havePartitionsWhoseColumnsEveryKeyNeeds(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(
          "create table readings (id bigint, at timestamp(6), code varchar(20) not null,"
              + " primary key (id, at), unique (code, at)) partition by range (at)",
          "create table readings_1 partition of readings"
              + " for values from ('2026-01-01') to ('2027-01-01')");

      List<Operation> same =
          operations(
              database,
              "create table readings (id bigint not null, at timestamp(6), code varchar(20) not"
                  + " null, primary key (id), unique (code))");
      List<Operation> other =
          operations(
              database,
              "create table readings (id bigint not null, at timestamp(6), code varchar(20) not"
                  + " null, primary key (code), unique (id))");

      assertThat(same).isEmpty();
      assertThat(other).isNotEmpty();
    }
  }

  private static List<Operation> operations(TestDatabase database, String... model)
      throws SQLException {
    DdlReader reader = new DdlReader(PostgreSql.TEXT, "public");
    List.of(model).forEach(reader::read);
    Schema schema = reader.schema();
    try (Connection connection = database.connect()) {
      return SchemaComparison.of(
              schema,
              connection,
              new PostgreSqlDialect(),
              InspectionScope.defaultSchema(),
              DiffOptions.everything())
          .comparison()
          .operations();
    }
  }
}
