package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.Narrowing;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AlterColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which types hold every value of another, and whether a database agrees. */
class WiderTypesTest {

  private final PostgreSqlTypeRules types = new PostgreSqlTypeRules();

  private boolean holds(String wider, String narrower) {
    return types.holds(SqlType.parse(wider), SqlType.parse(narrower));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integer | smallint",
        "bigint | smallint",
        "bigint | integer",
        "numeric | bigint",
        "numeric | numeric(10,2)",
        "numeric(19,0) | bigint",
        "numeric(10,0) | integer",
        "numeric(7,2) | smallint",
        "numeric(12,4) | numeric(10,2)",
        "numeric(10,2) | numeric(5,-3)",
        "double precision | real",
        "varchar(255) | varchar(254)",
        "varchar | varchar(255)",
        "text | varchar(255)",
        "char(3) | char(2)",
        "timestamp | timestamp(3)",
        "timestamptz(4) | timestamptz(3)",
        "time | time(0)",
        "timetz(1) | timetz(0)",
        "interval | interval(3)",
        "varbit(8) | varbit(7)",
        "varbit | varbit(8)",
        "bigint[] | integer[]",
        "text[] | varchar(10)[]",
      })
  void aWiderTypeHoldsANarrowerOneAndNotTheReverse(String wider, String narrower) {
    assertThat(holds(wider, narrower)).isTrue();
    assertThat(holds(narrower, wider)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | varchar",
        "text[] | varchar[]",
        "money | money",
        "app.mood | app.mood",
        "numeric(5) | decimal(5,0)",
        "timestamp(6) | timestamp",
        "int4 | integer",
      })
  void twoNamesOfATypeHoldEachOther(String one, String other) {
    assertThat(holds(one, other)).isTrue();
    assertThat(holds(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numeric(18,0) | bigint",
        "numeric(20,2) | bigint",
        "numeric(22,-1) | bigint",
        "numeric(10,4) | numeric(10,2)",
        "numeric | double precision",
        "text | integer",
        "text | char(3)",
        "char(9) | varchar(3)",
        "timestamptz | timestamp",
        "timestamp | date",
        "varbit | bit(3)",
        "bit(4) | bit(3)",
        "text | app.mood",
        "app.varchar | varchar(3)",
        "bigint[] | integer",
        "citext | text",
      })
  void typesOfWhichNeitherIsKnownToBeWiderDoNotHoldEachOther(String one, String other) {
    assertThat(holds(one, other)).isFalse();
    assertThat(holds(other, one)).isFalse();
  }

  /** The least, the greatest and the longest values of each type. */
  private static Map<String, List<String>> extremes() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("smallint", List.of("'-32768'", "'32767'"));
    values.put("integer", List.of("'-2147483648'", "'2147483647'"));
    values.put("bigint", List.of("'-9223372036854775808'", "'9223372036854775807'"));
    values.put("numeric", List.of("1e200::numeric + 1e-200::numeric", "'NaN'", "'-1'"));
    values.put("numeric(5,0)", List.of("'99999'", "'-99999'"));
    values.put("numeric(5,2)", List.of("'999.99'"));
    values.put("numeric(19,0)", List.of("repeat('9', 19)::numeric"));
    values.put("numeric(21,2)", List.of("(repeat('9', 19) || '.99')::numeric"));
    values.put("real", List.of("'1.1'", "'Infinity'", "'3.4e38'"));
    values.put("double precision", List.of("'1.1'", "'1e300'"));
    values.put("text", List.of("repeat('x', 5000)", "'a  '"));
    values.put("varchar(3)", List.of("'äöü'", "'a  '"));
    values.put("varchar(4)", List.of("'äöüß'"));
    values.put("char(3)", List.of("'äöü'", "'a'"));
    values.put("char(4)", List.of("'äöüß'"));
    values.put("time", List.of("'24:00:00'", "'23:59:59.999999'"));
    values.put("time(3)", List.of("'23:59:59.999'"));
    values.put("timestamp", List.of("'2026-01-31 23:59:59.999999'", "'infinity'"));
    values.put("timestamp(3)", List.of("'2026-01-31 23:59:59.999'", "'infinity'"));
    values.put("timestamptz", List.of("'2026-01-31 23:59:59.999999Z'", "'infinity'"));
    values.put("timestamptz(0)", List.of("'2026-01-31 23:59:59Z'"));
    values.put("interval", List.of("'1.999999 seconds'"));
    values.put("interval(1)", List.of("'1.9 seconds'"));
    values.put("varbit", List.of("repeat('1', 100)::varbit"));
    values.put("varbit(3)", List.of("'101'"));
    values.put("bit(3)", List.of("'101'"));
    values.put("date", List.of("'2026-01-31'", "'infinity'"));
    values.put("boolean", List.of("true", "false"));
    values.put("uuid", List.of("'00000000-0000-0000-0000-000000000007'"));
    values.put("varchar(40)", List.of("repeat('x', 40)"));
    values.put("numeric(4,0)", List.of("'9999'"));
    values.put("numeric(5,-3)", List.of("'99999000'"));
    values.put("inet", List.of("'10.0.0.1/8'"));
    values.put("cidr", List.of("'10.0.0.0/8'"));
    values.put("integer[]", List.of("'{2147483647,null}'", "'{{1},{2}}'"));
    values.put("bigint[]", List.of("'{9223372036854775807}'"));
    values.put("varchar(3)[]", List.of("'{äöü,null}'"));
    values.put("text[]", List.of("array[repeat('x', 5000)]"));
    return values;
  }

  @Test
  void aDatabaseStoresEveryValueOfATypeInAWiderOneUnchanged() throws SQLException {
    Map<String, List<String>> extremes = extremes();
    List<String> wrong = new ArrayList<>();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = DriverManager.getConnection(database.url())) {
      for (String narrower : extremes.keySet()) {
        for (String wider : extremes.keySet()) {
          boolean kept = isKept(connection, narrower, wider, extremes.get(narrower));
          if (holds(wider, narrower) && !kept) {
            wrong.add(wider + " does not hold " + narrower);
          } else if (!holds(wider, narrower) && kept && isOneKind(wider, narrower)) {
            wrong.add(wider + " holds " + narrower);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aDatabaseDoesWhatIsSaidOfValuesThatDoNotFit() throws SQLException {
    Map<String, List<String>> extremes = extremes();
    List<String> wrong = new ArrayList<>();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = DriverManager.getConnection(database.url())) {
      for (String from : extremes.keySet()) {
        for (String to : extremes.keySet()) {
          Narrowing said = types.narrowing(column(from), column(to));
          Narrowing seen = seen(connection, from, to, extremes.get(from));
          boolean isNone = said == Narrowing.NONE && seen != Narrowing.NONE;
          boolean isWorse = said == Narrowing.REFUSES && seen == Narrowing.CHANGES;
          if ((isNone && kind(from).equals(kind(to))) || isWorse) {
            wrong.add(from + " > " + to + ": " + said + ", but " + seen);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Types between whose values an assignment converts. */
  private static String kind(String type) {
    String name = type.replaceAll("\\(.*?\\)", "");
    return name.replaceAll("(small|big)?int(eger)?\\b|numeric|real|double precision", "number")
        .replaceAll("varchar|char|text", "text")
        .replaceAll("timestamptz|timestamp|date", "day")
        .replaceAll("varbit|bit", "bit")
        .replaceAll("cidr|inet", "address");
  }

  private static Column column(String type) {
    return Column.of("v", SqlType.parse(type));
  }

  /** What becomes of the least, greatest and longest values when their column changes its type. */
  private static Narrowing seen(Connection connection, String from, String to, List<String> values)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists n, w");
      statement.execute("create table n (id serial, v " + from + ")");
      for (String value : values) {
        statement.execute("insert into n (v) values (" + value + ")");
      }
      statement.execute("create table w as select * from n");
      AlterColumn change = new AlterColumn(QualifiedName.of("w"), column(from), column(to), null);
      try {
        for (SqlStatement each : new PostgreSqlRenderer().render(change, Schema.empty())) {
          statement.execute(each.sql());
        }
      } catch (SQLException e) {
        return Narrowing.REFUSES;
      }
      try (var changed =
          statement.executeQuery(
              "select 1 from n join w using (id) where w.v::"
                  + from
                  + "::text is distinct from n.v::text")) {
        return changed.next() ? Narrowing.CHANGES : Narrowing.NONE;
      } catch (SQLException e) {
        return Narrowing.NONE;
      }
    }
  }

  /** Types of one name, of which one is always at least as wide. */
  private static boolean isOneKind(String wider, String narrower) {
    return wider.replaceAll("\\(.*\\)", "").equals(narrower.replaceAll("\\(.*\\)", ""));
  }

  private static boolean isKept(
      Connection connection, String narrower, String wider, List<String> values)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists n, w");
      statement.execute("create temporary table n (id serial, v " + narrower + ")");
      statement.execute("create temporary table w (id integer, v " + wider + ")");
      for (String value : values) {
        statement.execute("insert into n (v) values (" + value + ")");
      }
      statement.execute("insert into w select id, v from n");
      var lost =
          statement.executeQuery(
              "select 1 from n join w using (id) where w.v::"
                  + narrower
                  + " is distinct from n.v or length(w.v::text) < length(n.v::text)");
      return !lost.next();
    } catch (SQLException e) {
      return false;
    }
  }
}
