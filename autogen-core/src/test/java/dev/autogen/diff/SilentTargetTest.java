package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a target says nothing of stays as it is; what it says twice is there once. */
class SilentTargetTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();

  @Test
  void identityOfAnotherTypeKeepsItsKindAndItsNumbers() throws SQLException {
    Column id =
        Column.of("id", SqlType.of("bigint"))
            .withNullable(false)
            .withIdentity(Identity.byDefault());

    List<Operation> operations =
        operations(
            "create table parcel (id integer generated always as identity"
                + " (start with 100 increment by 10 cache 5))",
            id);

    assertThat(operations)
        .singleElement()
        .isInstanceOfSatisfying(
            AlterColumn.class,
            change -> {
              assertThat(change.to().type()).isEqualTo(SqlType.of("bigint"));
              assertThat(change.to().identity()).isEqualTo(change.from().identity());
            });
  }

  @Test
  void indexKeyWithTheCollationOfItsColumnIsNoDifference() throws SQLException {
    Column code = Column.of("code", SqlType.of("text")).withCollation("C");
    Element key = new Element("code", false, true, null, null, "C");

    List<Operation> operations =
        operations(
            "create table parcel (code text collate \"C\");"
                + " create index parcel_code on parcel (code desc)",
            code,
            Index.of("parcel_code", false, List.of("code")).withElements(List.of(key)));

    assertThat(operations).isEmpty();
  }

  private static List<Operation> operations(String before, Column column, Index... indexes)
      throws SQLException {
    Table table =
        new Table(QualifiedName.of("parcel"), List.of(column), List.of(), List.of(indexes), null);
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      database.execute(before);
      return SchemaComparison.of(
              Schema.empty().withTables(List.of(table)),
              connection,
              DIALECT,
              InspectionScope.defaultSchema(),
              DiffOptions.everything())
          .comparison()
          .operations();
    }
  }
}
