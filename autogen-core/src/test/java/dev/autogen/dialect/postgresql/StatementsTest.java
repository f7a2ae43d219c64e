package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the statements of an operation make of values and names in a database. */
class StatementsTest {

  private static final QualifiedName T = QualifiedName.of("t");

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  /** In a session far from UTC, so that a conversion by its time zone shows. */
  private void run(Operation operation) {
    List<String> statements = new ArrayList<>(List.of("set timezone = 'Pacific/Auckland'"));
    new PostgreSqlRenderer()
        .render(operation, Schema.empty())
        .forEach(sql -> statements.add(sql.sql()));
    database.execute(statements.toArray(String[]::new));
  }

  private void convert(String from, String to) {
    run(
        new AlterColumn(
            T, Column.of("v", SqlType.parse(from)), Column.of("v", SqlType.parse(to)), null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "boolean | integer | true | 1",
        "boolean | integer | false | 0",
        "boolean | integer | null | null",
        "integer | boolean | 2 | t",
        "integer | boolean | 0 | f",
        "integer | boolean | null | null",
        "boolean | varchar(1) | true | Y",
        "boolean | varchar(1) | false | N",
        "boolean | varchar(1) | null | null",
        "date | timestamptz | 2026-01-31 | 2026-01-31 00:00:00",
        "timestamp | timestamptz | 2026-01-31 10:00 | 2026-01-31 10:00:00",
        "timestamptz | timestamp | 2026-01-31 10:00Z | 2026-01-31 10:00:00",
        "timestamptz | date | 2026-01-31 23:30Z | 2026-01-31",
        "text | integer[] | 7 | {7}",
        "text | integer[] | null | null",
        "integer[] | text | {7} | {7}",
        "uuid | bytea | 00000000-0000-0000-0000-000000000007 | \\x00000000000000000000000000000007",
        "bytea | uuid | \\x00000000000000000000000000000007 | 00000000-0000-0000-0000-000000000007",
        "text | jsonb | {\"a\": 1} | {\"a\": 1}",
        "integer | jsonb | 7 | 7",
        "bytea | text | \\xc3a9 | é",
      })
  void valuesBecomeThoseOfAnotherType(String from, String to, String value, String found) {
    database.execute("create table t (v " + from + ")");
    String literal = value == null ? "null" : "'" + value + "'";
    database.execute("set timezone = 'UTC'", "insert into t values (" + literal + ")");

    convert(from, to);

    String shown = to.equals("timestamptz") ? "v at time zone 'UTC'" : "v";
    assertThat(database.queryValue("select " + shown + " from t")).isEqualTo(String.valueOf(found));
  }

  @Test
  void aTextThatDoesNotFitIsNotCutOff() {
    database.execute(
        "create table t (v varchar(70))", "insert into t values ('" + "x".repeat(64) + "')");

    assertThatThrownBy(() -> convert("varchar(70)", "name")).hasMessageContaining("too long");
    database.execute("update t set v = '" + "x".repeat(63) + "'");
    convert("varchar(70)", "name");
    assertThat(database.queryValue("select v from t")).isEqualTo("x".repeat(63));
  }

  @Test
  void aTableGetsAnotherNameInAnotherSchema() {
    database.execute("create table t (v int)", "create schema audit");

    run(new RenameTable(T, new QualifiedName("audit", "u")));

    assertThat(database.queryValue("select to_regclass('audit.u') is not null")).isEqualTo("t");
    assertThat(database.queryValue("select to_regclass('t') is null")).isEqualTo("t");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-7, 1", "1, 1", "0, -1", "7, -1", "-1, -1"})
  void aSequenceBeginsWhereItIsTold(long start, long increment) {
    run(new CreateSequence(Sequence.of(QualifiedName.of("s"), start, increment)));

    assertThat(database.queryValue("select nextval('s')")).isEqualTo("" + start);
    assertThat(database.queryValue("select nextval('s')")).isEqualTo("" + (start + increment));
  }
}
