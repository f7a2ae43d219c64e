package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of more than 63 bytes, which PostgreSQL takes and cuts. */
class LongNamesTest {

  private static final String LONG =
      "ein_sehr_langer_name_über_alles_was_die_datenbank_davon_behält_";
  private static final QualifiedName TABLE = QualifiedName.of("table_" + LONG);
  private static final String COLUMN = "column_" + LONG;

  @Test
  void databaseThatCutTheModelsNamesHasNoDifference() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      database.execute(
          """
          create sequence sequence_%1$s;
          create type type_%1$s as enum ('a');
          create table table_%1$s (column_%1$s bigint constraint pk_%1$s primary key, up bigint,
            constraint check_%1$s check (column_%1$s > 0),
            constraint fk_%1$s foreign key (up) references table_%1$s (column_%1$s));
          create index index_%1$s on table_%1$s (up) where column_%1$s > 5;
          """
              .formatted(LONG));

      SchemaComparison comparison =
          SchemaComparison.of(
              model(),
              connection,
              new PostgreSqlDialect(),
              InspectionScope.defaultSchema(),
              DiffOptions.everything());

      assertThat(comparison.comparison().operations()).isEmpty();
    }
  }

  private static Schema model() {
    Table table =
        new Table(
            TABLE,
            List.of(
                Column.of(COLUMN, SqlType.of("bigint")).withNullable(false),
                Column.of("up", SqlType.of("bigint"))),
            List.of(
                PrimaryKey.of("pk_" + LONG, List.of(COLUMN)),
                CheckConstraint.of("check_" + LONG, COLUMN + " > 0"),
                ForeignKey.of("fk_" + LONG, List.of("up"), TABLE, List.of(COLUMN))),
            List.of(Index.of("index_" + LONG, false, List.of("up")).withPredicate(COLUMN + " > 5")),
            null);
    return Schema.empty()
        .withTables(List.of(table))
        .withSequences(List.of(Sequence.of(QualifiedName.of("sequence_" + LONG), 1, 1)))
        .withEnumTypes(List.of(new EnumType(QualifiedName.of("type_" + LONG), List.of("a"))));
  }
}
