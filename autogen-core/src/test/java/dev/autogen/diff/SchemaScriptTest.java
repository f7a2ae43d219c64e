package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A copy of a schema is what the schema is, down to what the database has chosen itself. */
class SchemaScriptTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();

  @Test
  void foreignKeysOfACopyRestOnTheSameKeys() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        TestDatabase other = TestDatabase.create();
        Connection connection = database.connect();
        Connection copy = other.connect()) {
      database.execute(
          """
          create table numbered (id int not null unique, code text, day date, unique (code, day));
          create unique index a_code on numbered (code);
          create table first (id int primary key references numbered (id),
            code text references numbered (code), day date,
            foreign key (day, code) references numbered (day, code));
          alter table numbered add primary key (id);
          alter table numbered add constraint b_code unique (code), add unique (day, code);
          create table second (id int primary key references numbered (id));
          create table plain (id int primary key, parent int references plain);
          create unique index a_plain on plain (id);
          """);
      Schema schema = catalog(connection);

      try (Statement statement = copy.createStatement()) {
        for (Operation operation : SchemaScript.create(schema, DIALECT.textRules())) {
          for (SqlStatement sql : DIALECT.sqlRenderer().render(operation, schema)) {
            statement.execute(sql.sql());
          }
        }
      }

      Schema copied = catalog(copy);
      assertThat(new Catalogs(DIALECT.textRules()).differences("copied", schema, copied)).isEmpty();
      assertThat(Catalogs.restingElsewhere(schema, copied)).isEmpty();
      assertThat(schema.tables())
          .flatExtracting(table -> table.foreignKeys().stream().map(ForeignKey::restsOn).toList())
          .containsExactlyInAnyOrder(
              "numbered_id_key",
              "a_code",
              "numbered_code_day_key",
              "numbered_id_key",
              "plain_pkey");
    }
  }

  private static Schema catalog(Connection connection) throws SQLException {
    return DIALECT
        .typeRules()
        .canonical(
            DIALECT.inspector().inspect(connection, InspectionScope.defaultSchema()).schema());
  }
}
