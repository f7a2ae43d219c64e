package dev.autogen.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.MySqlServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names of columns mean the same in any case. */
class ColumnCaseTest {

  private static final List<String> CREATED =
      List.of(
          "create table Users (UserId bigint not null auto_increment primary key,"
              + " NAME varchar(20), Boss bigint, constraint ck_name check (NAME <> ''),"
              + " constraint fk_boss foreign key (Boss) references Users (UserId))",
          "create index ix_name on Users (NAME, Boss)");

  private static Schema model() {
    Table users =
        new Table(
            QualifiedName.of("Users"),
            List.of(
                Column.of("userId", SqlType.of("bigint"))
                    .withNullable(false)
                    .withIdentity(Identity.byDefault()),
                Column.of("name", SqlType.of("varchar", 20)),
                Column.of("boss", SqlType.of("bigint")),
                Column.of("Extra", SqlType.of("int"))),
            List.of(
                PrimaryKey.of(null, List.of("userId")),
                CheckConstraint.of("ck_name", "name <> ''"),
                ForeignKey.of(
                    "fk_boss", List.of("boss"), QualifiedName.of("Users"), List.of("userId"))),
            List.of(Index.of("ix_name", false, List.of("name", "boss"))),
            null);
    return new Schema(List.of(), List.of(users), List.of(), List.of());
  }

  @ParameterizedTest
  @EnumSource
  void a_column_in_another_case_is_the_same(MySqlServer server) throws Exception {
    assumeTrue(server.isThere(), "NOT TRIED: " + server.label());
    try (Connection connection = server.connect(server.create());
        Statement statement = connection.createStatement()) {
      for (String sql : CREATED) {
        statement.execute(sql);
      }
      MySqlDialect dialect = new MySqlDialect();
      dialect.modelTarget(connection);

      SchemaComparison comparison =
          SchemaComparison.of(
              model(),
              connection,
              dialect,
              InspectionScope.defaultSchema(),
              DiffOptions.everything().withDatabaseOnly(Set.of("index", "constraint")));

      assertThat(comparison.comparison().upgrade())
          .extracting(each -> each.kind() + " " + each.object())
          .containsExactly("add_column Users.Extra");
    }
  }
}
