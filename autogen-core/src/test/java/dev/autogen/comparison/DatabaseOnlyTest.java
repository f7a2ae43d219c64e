package dev.autogen.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseOnlyTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();
  private static final InspectionScope SCOPE =
      InspectionScope.defaultSchema().withSchemas(Set.of("Odd \"one"));

  private static final String OBJECTS =
      """
      create extension if not exists btree_gist;
      create table users (id int primary key, email text, age int, "Team id" int);
      create schema "Odd ""one";
      create table "Odd ""one"."T t" (id int primary key, a int);
      insert into users values (1, 'ann@example.com', 30, 5);
      create view adults with (security_barrier = true) as select id, email from users where age > 17;
      create view adult_mails as select email from adults;
      create materialized view teams as select "Team id", count(*) as n from users group by 1;
      create unique index teams_id on teams ("Team id");
      create view "Odd ""one"."V v" as select a from "Odd ""one"."T t";
      create function touch() returns trigger language plpgsql as $$
      begin
        new.age := coalesce(new.age, 18); -- ; 'quoted'
        return new;
      end $$;
      create procedure nothing(a int, b text default 'x') language sql as $$ select 1 $$;
      create trigger touched before update of email on users for each row
        when (new.email is not null) execute function touch();
      create trigger "Sleeps" after insert on "Odd ""one"."T t" for each row execute function touch();
      alter table "Odd ""one"."T t" disable trigger "Sleeps";
      create rule quiet as on delete to users where old.age > 100 do instead nothing;
      create policy own on users as restrictive for update to public
        using (age > 1) with check ("Team id" = 5);
      alter table users enable row level security;
      alter table users force row level security;
      create statistics correlated (dependencies) on age, email from users;
      alter table users add constraint apart exclude using gist (age with =) where (id > 0);
      grant select on users to public;
      """;

  private static final Set<String> KINDS =
      Set.of(
          "trigger",
          "policy",
          "rule",
          "statistics",
          "exclusion",
          "view",
          "materialized-view",
          "function");

  @ParameterizedTest
  @EnumSource(PostgreSqlVersion.class)
  void whatIsDroppedComesBackAsItWas(PostgreSqlVersion version) throws SQLException {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      execute(connection, OBJECTS);
      List<DatabaseObject> before = objects(connection);
      Schema model = DIALECT.inspector().inspect(connection, SCOPE).schema();
      assertThat(before)
          .extracting(each -> each.kind() + " " + each.name())
          .containsExactlyInAnyOrder(
              "trigger users.touched",
              "trigger Odd \"one.T t.Sleeps",
              "policy users.own",
              "policy row security of users",
              "rule users.quiet",
              "statistics correlated",
              "exclusion users.apart",
              "view adults",
              "view adult_mails",
              "view Odd \"one.V v",
              "materialized-view teams",
              "function touch",
              "function nothing",
              "grant users to public");

      DiffOptions options = options(KINDS);
      SchemaComparison dropping = SchemaComparison.of(model, connection, DIALECT, SCOPE, options);
      assertThat(dropping.comparison().operations()).hasSize(13);
      run(connection, model, dropping.comparison().upgrade());
      assertThat(objects(connection)).extracting(DatabaseObject::kind).containsExactly("grant");
      assertThat(
              SchemaComparison.of(model, connection, DIALECT, SCOPE, options)
                  .comparison()
                  .operations())
          .isEmpty();

      run(connection, model, dropping.comparison().downgrade());
      assertThat(objects(connection)).containsExactlyInAnyOrderElementsOf(before);
      assertThat(database.queryValue("select n from teams")).isEqualTo("1");
    }
  }

  @Test
  void whatIsInTheWayIsNamed() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      execute(connection, OBJECTS);
      Schema actual = DIALECT.inspector().inspect(connection, SCOPE).schema();
      Schema model =
          actual.withTables(
              actual.tables().stream()
                  .filter(table -> table.name().schema() == null)
                  .map(
                      table ->
                          table.withColumns(
                              table.columns().stream()
                                  .filter(column -> !column.name().equals("Team id"))
                                  .map(DatabaseOnlyTest::longer)
                                  .toList()))
                  .toList());
      List<String> obstacles =
          SchemaComparison.of(model, connection, DIALECT, SCOPE, options(Set.of()))
              .comparison()
              .obstacles();

      assertThat(obstacles)
          .anyMatch(each -> each.startsWith("The policy users.own uses users.Team id,"))
          .anyMatch(each -> each.startsWith("The materialized view teams uses users.Team id,"))
          .anyMatch(each -> each.startsWith("The view Odd \"one.V v uses Odd \"one.T t"))
          .allMatch(each -> each.contains("op.execute(\"drop "));
      assertThat(
              SchemaComparison.of(model, connection, DIALECT, SCOPE, options(KINDS))
                  .comparison()
                  .obstacles())
          .isEmpty();
    }
  }

  @Test
  void aViewOfAnEntityIsNobodysToDrop() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      execute(
          connection, "create view seen as select 1 as id; create view other as select 2 as id");
      Schema model =
          Schema.empty()
              .withTables(
                  List.of(
                      new dev.autogen.schema.Table(
                          dev.autogen.schema.QualifiedName.of("seen"),
                          List.of(Column.of("id", SqlType.of("integer"))),
                          List.of(),
                          List.of(),
                          null)));
      assertThat(
              SchemaComparison.of(model, connection, DIALECT, SCOPE, options(Set.of("view")))
                  .comparison()
                  .operations())
          .extracting(Operation::summary)
          .containsExactly("execute drop view other");
      DiffOptions ignoring = options(Set.of("view")).withIgnore(List.of("view:o*"));
      assertThat(
              SchemaComparison.of(model, connection, DIALECT, SCOPE, ignoring)
                  .comparison()
                  .operations())
          .isEmpty();
    }
  }

  @Test
  void aKindThatCannotBeDroppedIsNamed() {
    assertThatThrownBy(() -> DatabaseOnly.of(List.of(), Schema.empty(), Set.of("partition")))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("\"partition\"")
        .hasMessageContaining("constraint, exclusion, function, index, materialized-view");
  }

  private static Column longer(Column column) {
    return column.name().equals("email") ? column.withType(SqlType.parse("varchar(50)")) : column;
  }

  private static DiffOptions options(Set<String> kinds) {
    return DiffOptions.everything().withDatabaseOnly(kinds);
  }

  private static List<DatabaseObject> objects(Connection connection) throws SQLException {
    return DIALECT.inspector().databaseObjects(connection, SCOPE).stream()
        .filter(each -> !Set.of("role", "schema").contains(each.kind()))
        .map(DatabaseOnlyTest::withoutNumbers)
        .toList();
  }

  /** The keys are of this time alone. */
  private static DatabaseObject withoutNumbers(DatabaseObject object) {
    return new DatabaseObject(
        "",
        object.kind(),
        object.name(),
        object.drop(),
        object.create(),
        object.uses(),
        object.partOf(),
        List.of());
  }

  private static void run(Connection connection, Schema schema, List<Operation> operations)
      throws SQLException {
    for (Operation operation : operations) {
      for (SqlStatement sql : DIALECT.sqlRenderer().render(operation, schema)) {
        execute(connection, sql.sql());
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + " in " + sql, e);
    }
  }
}
