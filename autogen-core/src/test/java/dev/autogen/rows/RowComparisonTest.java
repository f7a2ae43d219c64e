package dev.autogen.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Source;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.rows.RowFinding.Stage;
import dev.autogen.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of rows that are there before and after a migration. */
class RowComparisonTest {

  private static final List<String> NAMES = List.of("id", "email", "name");
  private static final List<List<String>> ROWS =
      List.of(
          Arrays.asList("1", "ann@example.com", "Ann"),
          Arrays.asList("2", "bob@example.com", "Bob"));

  private static TableRows users(String identity, List<String> key, List<List<String>> rows) {
    return users(identity, "integer", key, rows);
  }

  private static TableRows users(
      String identity, String type, List<String> key, List<List<String>> rows) {
    List<Column> columns =
        NAMES.stream()
            .map(
                name ->
                    new Column(
                        "" + NAMES.indexOf(name), name, type, type, true, Source.ROW, List.of()))
            .toList();
    Table table =
        new Table(
            identity, QualifiedName.of("users"), columns, key, List.of(key), List.of(), List.of());
    return new TableRows(table, columns, rows, rows);
  }

  private static List<String> found(TableRows before, TableRows after) {
    return RowComparison.of(
            Stage.UPGRADE,
            new RowSnapshot(List.of(before)),
            new RowSnapshot(List.of(after)),
            new RowTrial.StepLog(List.of(), Map.of()))
        .stream()
        .map(RowFinding::text)
        .toList();
  }

  @Test
  void aKeyThatIsTheKeyThroughoutTellsWhichRowIsWhich() {
    TableRows before = users("1", List.of("id"), ROWS);
    TableRows after =
        users(
            "1",
            List.of("id"),
            List.of(
                List.of("1", "bob@example.com", "Bob"), List.of("2", "ann@example.com", "Ann")));

    assertThat(found(before, after))
        .containsExactly(
            "users.email: 2 of 2 values changed by the upgrade, such as 'ann@example.com' to"
                + " 'bob@example.com'",
            "users.name: 2 of 2 values changed by the upgrade, such as 'Ann' to 'Bob'");
  }

  @Test
  void aKeyThatIsNoneAnyMoreTellsNothing() {
    TableRows before = users("1", List.of("id"), ROWS);
    List<List<String>> renumbered =
        List.of(List.of("2", "ann@example.com", "Ann"), List.of("1", "bob@example.com", "Bob"));

    for (List<String> key : List.of(List.of("email"), List.of("id", "email"), List.<String>of())) {
      assertThat(found(before, users("1", key, renumbered)))
          .as("key %s", key)
          .containsExactly("users.id: 2 of 2 values changed by the upgrade, such as '1' to '2'");
    }
  }

  @Test
  void aTableOfThatNameIsThatTable() {
    TableRows before = users("1", List.of("id"), ROWS);

    assertThat(found(before, users("2", List.of("id"), ROWS))).isEmpty();
    assertThat(found(before, users("2", List.of("id"), ROWS.subList(0, 1))))
        .containsExactly(
            "users: 1 of 2 rows lost by the upgrade, and no statement of it deletes from users");
  }

  @Test
  void valuesOfAnotherTypeAreTheSameInAnotherSpelling() {
    TableRows before =
        users("1", "numeric(3, 1)", List.of("id"), List.of(List.of("1.0", "2", "t")));
    TableRows after = users("1", "text", List.of("id"), List.of(List.of("1", "2.00", "true")));

    assertThat(found(before, after)).isEmpty();
  }

  @Test
  void aRowMoreAndAValueThatIsNull() {
    TableRows before = users("1", List.of("id"), ROWS);
    List<List<String>> more =
        List.of(
            Arrays.asList("1", null, "Ann"),
            List.of("2", "bob@example.com", "Bob"),
            List.of("3", "eve@example.com", "Eve"));

    assertThat(found(before, users("1", List.of("id"), more)))
        .containsExactly(
            "users: 1 row added by the upgrade",
            "users.email: 1 of 2 values changed by the upgrade, such as 'ann@example.com' to null");
  }
}
