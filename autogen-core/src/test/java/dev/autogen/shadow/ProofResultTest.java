package dev.autogen.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.rows.RowFinding;
import dev.autogen.rows.RowReport;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read of a proof. */
class ProofResultTest {

  @Test
  void namesTheTablesWithAnotherOrderOfColumnsInOneBreath() {
    assertThat(reordered().unrestored()).isEmpty();
    assertThat(reordered("users").unrestored())
        .containsExactly("the order of the columns of users");
    assertThat(reordered("users", "orders", "items").note())
        .isEqualTo(
            "proven on PostgreSQL 18.6: upgrade matches the model, downgrade restores the schema,"
                + " but not the order of the columns of users, orders and items.");
  }

  @Test
  void a_note_says_with_what_it_was_tried() {
    assertThat(withRows(new RowReport(2, 9, List.of(), List.of(), List.of())).note())
        .isEqualTo(
            "proven on PostgreSQL 18.6: upgrade matches the model, downgrade restores the schema;"
                + " tried with 9 rows in 2 tables.");
  }

  @Test
  void a_note_claims_nothing_that_rows_disprove() {
    String failure =
        "the upgrade fails on rows: column \"a\" of relation \"t\" contains null values";
    RowFinding lost =
        new RowFinding(
            RowFinding.Kind.ROWS_LOST,
            RowFinding.Stage.DOWNGRADE,
            "t",
            null,
            3,
            8,
            null,
            null,
            true);

    assertThat(withRows(new RowReport(1, 8, List.of(), List.of(failure), List.of())).note())
        .isEqualTo(
            "proven on PostgreSQL 18.6 without rows alone: with 8 rows in 1 table, the upgrade"
                + " fails.");
    assertThat(withRows(new RowReport(1, 8, List.of(), List.of(), List.of(lost))).note())
        .isEqualTo(
            "proven on PostgreSQL 18.6 without rows alone: with 8 rows in 1 table, some are lost"
                + " and no statement says so.");
  }

  private static Proof.Result withRows(RowReport rows) {
    return new Proof.Result("PostgreSQL 18.6", List.of(), List.of(), rows, List.of());
  }

  private static Proof.Result reordered(String... tables) {
    return new Proof.Result(
        "PostgreSQL 18.6",
        List.of(),
        List.of(),
        RowReport.NONE,
        Stream.of(tables).map(QualifiedName::of).toList());
  }
}
